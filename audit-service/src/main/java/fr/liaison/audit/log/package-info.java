/**
 * The log's tables and the one way to grow them.
 *
 * <p>Reads topic {@code audit}. A batch of acts takes the lock on the single state row, gives
 * contiguous indices to those not in the log yet, and writes leaves, acts, tiles and the new state
 * in the transaction that also moves the Kafka offset: an entry that is in the log is in its tree.
 */
@NullMarked
package fr.liaison.audit.log;

import org.jspecify.annotations.NullMarked;
