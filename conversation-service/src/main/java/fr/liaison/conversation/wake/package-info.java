/**
 * Hints that something may be new for connected devices. A lost or doubled hint does no harm:
 * whoever is woken reads the database from its own cursor.
 */
@NullMarked
package fr.liaison.conversation.wake;

import org.jspecify.annotations.NullMarked;
