/** Who is in a conversation: typed ids, the devices of the roster, and what each may read. */
@NullMarked
package fr.liaison.conversation.roster;

import org.jspecify.annotations.NullMarked;
