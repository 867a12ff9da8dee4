/**
 * The MLS group behind each conversation, followed without secrets: what may open it, enter it and
 * leave it. The public state of the current epoch is kept in {@code group_state} and written only
 * with that epoch; a roster is never anything but the leaves of that tree.
 */
@NullMarked
package fr.liaison.conversation.group;

import org.jspecify.annotations.NullMarked;
