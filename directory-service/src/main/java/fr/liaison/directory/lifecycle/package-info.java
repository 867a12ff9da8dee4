/**
 * Where a person stands: known, activated, suspended or departed, and the platform administrators'
 * decision to suspend somebody, to lift that, or to take one lost device away. Programs have their
 * own administration.
 */
@NullMarked
package fr.liaison.directory.lifecycle;

import org.jspecify.annotations.NullMarked;
