/** The secrets of one run directory: made once, never printed, readable by their owner only. */
@NullMarked
package fr.liaison.platform.secret;

import org.jspecify.annotations.NullMarked;
