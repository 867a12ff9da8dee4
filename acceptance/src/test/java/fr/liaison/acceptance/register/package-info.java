/** The national register as the platform's administrator loads it. */
@NullMarked
package fr.liaison.acceptance.register;

import org.jspecify.annotations.NullMarked;
