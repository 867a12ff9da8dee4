/**
 * Events enter a service only through here: offset and effect in one transaction, each event once,
 * poison set aside.
 */
@NullMarked
package fr.liaison.kit.event;

import org.jspecify.annotations.NullMarked;
