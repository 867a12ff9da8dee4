/** Event and problem types every service shares: records and wire names, no logic. */
@NullMarked
package fr.liaison.contracts;

import org.jspecify.annotations.NullMarked;
