/**
 * Conversations and the delivery of MLS messages. Invariants: the server never sees content; one
 * gap-free sequence per conversation over commits and messages; one commit per epoch; each entry is
 * stored once, devices keep cursors; what is acknowledged is committed; who is not in the roster
 * does not learn that a conversation exists. Writes topic {@code conversation}; reads {@code
 * device} and, as wake-up hints only, {@code conversation}.
 */
@NullMarked
package fr.liaison.conversation;

import org.jspecify.annotations.NullMarked;
