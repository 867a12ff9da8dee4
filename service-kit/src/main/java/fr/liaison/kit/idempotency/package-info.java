/** Repeated requests get the first answer. */
@NullMarked
package fr.liaison.kit.idempotency;

import org.jspecify.annotations.NullMarked;
