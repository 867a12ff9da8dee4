/**
 * Which devices have to be woken: decided from messages, presence and receipts, kept in PostgreSQL.
 * A device that is not connected is woken at once. A connected one that does not acknowledge within
 * a grace is woken too, because a stream can be dead without anybody knowing.
 */
@NullMarked
package fr.liaison.notification.queue;

import org.jspecify.annotations.NullMarked;
