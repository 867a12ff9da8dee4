/**
 * Conversations of one device: opening, sending, receiving, and staying in step with the server.
 * {@link fr.liaison.client.conversation.Messenger} is the one writer; everything else here runs
 * under its lock. For every entry of a log, group state, plaintext and cursor are stored in one
 * transaction, then the entry is acknowledged, then the program is told, then old keys are wiped.
 */
@NullMarked
package fr.liaison.client.conversation;

import org.jspecify.annotations.NullMarked;
