/**
 * Leaving the directory and coming back: what follows for devices and accounts, whoever it is that
 * leaves and for whatever reason. Writes topic {@code practitioner}.
 */
@NullMarked
package fr.liaison.directory.departure;

import org.jspecify.annotations.NullMarked;
