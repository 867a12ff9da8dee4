/**
 * Devices that must go: blocked at once, asked out by a proposal the server signs, and until a
 * member committed that, no message is taken, so that nothing sent afterwards is readable by the
 * removed. Reads the topic {@code device}.
 */
@NullMarked
package fr.liaison.conversation.removal;

import org.jspecify.annotations.NullMarked;
