/** Readiness that names the dependency that fails. */
@NullMarked
package fr.liaison.kit.health;

import org.jspecify.annotations.NullMarked;
