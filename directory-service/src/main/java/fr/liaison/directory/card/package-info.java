/**
 * The card of one person as a document signed by the service, which clients keep, show without the
 * network and compare with a later one; and beside it what makes two people easy to confuse.
 */
@NullMarked
package fr.liaison.directory.card;

import org.jspecify.annotations.NullMarked;
