/**
 * The few things every service does the same way: reach its database, let events out and in, leave
 * proofs, answer problems, know its caller. Nothing here knows a feature.
 */
@NullMarked
package fr.liaison.kit;

import org.jspecify.annotations.NullMarked;
