/**
 * The one origin the browser sees: services under `/api`, Keycloak under `/auth`, the web client
 * under `/`.
 *
 * <p>Holds no state beyond its rate counters, reads no body and decides nothing about people: every
 * service verifies every token itself. `haproxy.cfg` beside this module promises the same to
 * production, and one suite of route tests holds both to it.
 */
@NullMarked
package fr.liaison.gateway;

import org.jspecify.annotations.NullMarked;
