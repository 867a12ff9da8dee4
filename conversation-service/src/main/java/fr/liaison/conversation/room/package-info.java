/** Opening, listing and reading conversations. */
@NullMarked
package fr.liaison.conversation.room;

import org.jspecify.annotations.NullMarked;
