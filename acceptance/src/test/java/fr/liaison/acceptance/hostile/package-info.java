/** Bytes and requests that no honest client makes. */
@NullMarked
package fr.liaison.acceptance.hostile;

import org.jspecify.annotations.NullMarked;
