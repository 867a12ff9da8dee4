/**
 * Encrypted blobs: received resumably, stored as opaque slices in an object store, handed out by
 * range to the devices of one conversation.
 *
 * <p>Invariants: an offset told to a client is durable (object written, row committed); an
 * attachment is complete only after every byte was read back from the store and matched the hashes
 * taken while receiving; memory is bounded by slice size times transfer permits, never by file
 * size; every object of the bucket has a row before it has bytes, so that nothing is orphaned;
 * whoever is not in the conversation's roster right now gets 404.
 *
 * <p>Reads topics {@code conversation} and {@code device}; writes {@code attachment} and {@code
 * audit}.
 */
@NullMarked
package fr.liaison.attachment;

import org.jspecify.annotations.NullMarked;
