/** How far devices have received and people have read; marks only move forward. */
@NullMarked
package fr.liaison.conversation.receipt;

import org.jspecify.annotations.NullMarked;
