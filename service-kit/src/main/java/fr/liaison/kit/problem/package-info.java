/** The one edge where failures become RFC 9457 problems. */
@NullMarked
package fr.liaison.kit.problem;

import org.jspecify.annotations.NullMarked;
