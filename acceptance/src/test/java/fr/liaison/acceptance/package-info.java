/**
 * What users, operators and attackers do to the whole of Liaison, on real parts: one platform on
 * free ports, started once, used by all scenarios in order; the last ones break it on purpose.
 */
@NullMarked
package fr.liaison.acceptance;

import org.jspecify.annotations.NullMarked;
