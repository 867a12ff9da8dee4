/**
 * The live stream over WebSocket: each session reads the log from its cursors when woken, with
 * bounded memory whatever the client does.
 */
@NullMarked
package fr.liaison.conversation.stream;

import org.jspecify.annotations.NullMarked;
