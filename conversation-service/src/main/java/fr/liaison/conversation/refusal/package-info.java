/** How this service words the refusals that several features share. */
@NullMarked
package fr.liaison.conversation.refusal;

import org.jspecify.annotations.NullMarked;
