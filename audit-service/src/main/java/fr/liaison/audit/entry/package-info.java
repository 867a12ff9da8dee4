/**
 * What a compliance officer sees: the acts behind the log and the proof of each. Whoever asks
 * leaves an act of their own, or gets no answer. Purged acts are no longer found; their proofs are.
 */
@NullMarked
package fr.liaison.audit.entry;

import org.jspecify.annotations.NullMarked;
