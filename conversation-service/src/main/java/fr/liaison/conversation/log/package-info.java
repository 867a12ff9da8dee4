/**
 * The log of a conversation: entries of encrypted bytes under one gap-free sequence, written once
 * and only read afterwards.
 */
@NullMarked
package fr.liaison.conversation.log;

import org.jspecify.annotations.NullMarked;
