/** Typed identifiers. */
@NullMarked
package fr.liaison.client.id;

import org.jspecify.annotations.NullMarked;
