/** W3C trace context through HTTP, the outbox and Kafka. */
@NullMarked
package fr.liaison.kit.trace;

import org.jspecify.annotations.NullMarked;
