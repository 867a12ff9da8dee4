/** Java programs with a person behind each, for scenarios between them. */
@NullMarked
package fr.liaison.acceptance.javaclient;

import org.jspecify.annotations.NullMarked;
