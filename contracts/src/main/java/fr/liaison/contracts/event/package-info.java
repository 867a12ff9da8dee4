/**
 * Events as records in one sealed interface, past tense, with a stable wire name and version in
 * {@link fr.liaison.contracts.event.EventType}. Fields are only ever added, and only as optional; a
 * changed meaning is a new version beside the old one.
 */
@NullMarked
package fr.liaison.contracts.event;

import org.jspecify.annotations.NullMarked;
