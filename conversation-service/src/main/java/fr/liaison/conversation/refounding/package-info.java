/**
 * Ways out of a broken group: members report the commit they cannot process, the conversation is
 * closed and waits to be founded again, and its successor takes over persons and administrators.
 * Invariants: a report counts once for each person; whoever reports evicts nobody; of any number of
 * openings that would succeed a conversation the first one wins.
 */
@NullMarked
package fr.liaison.conversation.refounding;

import org.jspecify.annotations.NullMarked;
