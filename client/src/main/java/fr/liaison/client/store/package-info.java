/**
 * What a device keeps: one SQLite file whose values are sealed under a key that is not in it.
 * {@link fr.liaison.client.store.Store#write} is the one transaction: group state, plaintext and
 * cursor become durable together or not at all.
 */
@NullMarked
package fr.liaison.client.store;

import org.jspecify.annotations.NullMarked;
