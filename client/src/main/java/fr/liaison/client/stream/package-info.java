/**
 * The live stream over WebSocket. One frame is asked for at a time, after the one before was taken
 * in, so that a slow program slows the server down instead of filling memory.
 */
@NullMarked
package fr.liaison.client.stream;

import org.jspecify.annotations.NullMarked;
