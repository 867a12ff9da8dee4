/**
 * Wakes devices that a message waits for, without a word of content: the payload of every push is
 * the same constant.
 *
 * <p>Invariants: a device has at most one pending push; pending pushes live in PostgreSQL and
 * survive a restart; urgent ones never queue behind routine ones; a subscription that its provider
 * calls gone is dropped, unless it was renewed meanwhile; the server connects only to public
 * addresses, checked at the moment of connecting.
 *
 * <p>Reads topics {@code conversation} and {@code device}; writes {@code audit}.
 */
@NullMarked
package fr.liaison.notification;

import org.jspecify.annotations.NullMarked;
