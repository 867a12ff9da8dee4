/**
 * What services say to each other and to their callers: event records with stable wire names, the
 * closed list of problems, and the one way these are written as JSON. No logic lives here.
 */
@NullMarked
package fr.liaison.contracts;

import org.jspecify.annotations.NullMarked;
