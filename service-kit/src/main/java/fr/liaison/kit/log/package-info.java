/** Structured logs with a fixed key list. */
@NullMarked
package fr.liaison.kit.log;

import org.jspecify.annotations.NullMarked;
