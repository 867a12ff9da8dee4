/**
 * Sending pushes. Two lanes work the queue independently, urgent and routine; each claims rows for
 * a while, sends, and settles them in one transaction with the act. A claim that is not settled, as
 * after kill -9, runs out and the push is sent again: the payload is constant, so twice is
 * harmless.
 */
@NullMarked
package fr.liaison.notification.delivery;

import org.jspecify.annotations.NullMarked;
