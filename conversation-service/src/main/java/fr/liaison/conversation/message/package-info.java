/**
 * Sending messages and paging through the log. Waiting sends are committed together, and each is
 * answered after its commit.
 */
@NullMarked
package fr.liaison.conversation.message;

import org.jspecify.annotations.NullMarked;
