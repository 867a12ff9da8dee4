/** How much a client may send: size and time of a body, requests per second. */
@NullMarked
package fr.liaison.gateway.limit;

import org.jspecify.annotations.NullMarked;
