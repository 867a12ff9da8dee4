/**
 * Who may reach the attachments of a conversation: this service's own reading of the rosters.
 * Learned from topic {@code conversation}; a conversation nobody told of has no members.
 */
@NullMarked
package fr.liaison.attachment.member;

import org.jspecify.annotations.NullMarked;
