/** The closed list of problems every service answers with (RFC 9457). */
@NullMarked
package fr.liaison.contracts.problem;

import org.jspecify.annotations.NullMarked;
