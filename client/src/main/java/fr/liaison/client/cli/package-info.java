/** The command line, {@code ./liaison cli}. Words are in the resource bundle {@code words}. */
@NullMarked
package fr.liaison.client.cli;

import org.jspecify.annotations.NullMarked;
