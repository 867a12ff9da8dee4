/**
 * The log of a conversation: entries of encrypted bytes under one gap-free sequence, written once
 * and only read afterwards. Old ones that every device has go, from the beginning on: what is kept
 * has no gap either.
 */
@NullMarked
package fr.liaison.conversation.log;

import org.jspecify.annotations.NullMarked;
