/**
 * The only way the roster and the epoch change: a commit bundle, in one transaction, one winner per
 * epoch.
 */
@NullMarked
package fr.liaison.conversation.commit;

import org.jspecify.annotations.NullMarked;
