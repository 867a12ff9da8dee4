/**
 * Carries a request to its upstream and the answer back, streaming both ways, with only the headers
 * that may cross.
 */
@NullMarked
package fr.liaison.gateway.forward;

import org.jspecify.annotations.NullMarked;
