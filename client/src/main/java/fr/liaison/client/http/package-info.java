/**
 * One request to a service through the gateway: token, device, retries, problems. What a service or
 * the network may answer is a value ({@link fr.liaison.client.http.Answer}); exceptions are left
 * for bugs. Nothing here writes a log.
 */
@NullMarked
package fr.liaison.client.http;

import org.jspecify.annotations.NullMarked;
