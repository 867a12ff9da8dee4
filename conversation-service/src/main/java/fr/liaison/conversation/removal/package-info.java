/**
 * Devices that must go: blocked at once, asked out by a proposal the server signs, and until a
 * member committed that, no message is taken, so that nothing sent afterwards is readable by the
 * removed. Reads the topic {@code device}: the event only blocks and puts rows into the queue that
 * table {@code removal} is; the proposals follow, one short transaction for each conversation.
 */
@NullMarked
package fr.liaison.conversation.removal;

import org.jspecify.annotations.NullMarked;
