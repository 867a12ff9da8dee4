/**
 * The Java SDK of Liaison. {@link fr.liaison.client.Liaison} is the way in; every feature has a
 * package of its own. Needs a JDK, Jackson and SQLite, no framework.
 */
@NullMarked
package fr.liaison.client;

import org.jspecify.annotations.NullMarked;
