/**
 * Reads the framing of RFC 9420 messages and decides whether one fits the group as the server knows
 * it. Pure: no database, no clock, no framework. Lengths are checked against what is left before
 * anything is copied, and every input ends in {@link fr.liaison.conversation.framing.Framing},
 * never in an exception. {@link fr.liaison.conversation.framing.GroupTracker} is where tracking of
 * the public ratchet tree will stand; {@link fr.liaison.conversation.framing.FramingTracker} checks
 * framing, declared roster and the keys of added leaves.
 */
@NullMarked
package fr.liaison.conversation.framing;

import org.jspecify.annotations.NullMarked;
