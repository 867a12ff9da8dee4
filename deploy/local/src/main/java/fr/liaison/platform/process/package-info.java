/**
 * Child processes: how they are started so that none outlives this JVM, how their health is
 * awaited, and how they are stopped. Knows nothing of what the children are.
 */
@NullMarked
package fr.liaison.platform.process;

import org.jspecify.annotations.NullMarked;
