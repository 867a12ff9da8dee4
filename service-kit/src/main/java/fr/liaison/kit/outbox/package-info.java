/**
 * Events leave a service only through here: a row in the business transaction, then a relay that
 * publishes and removes it.
 */
@NullMarked
package fr.liaison.kit.outbox;

import org.jspecify.annotations.NullMarked;
