/**
 * Where a person stands: known, activated, suspended or departed, and the platform administrators'
 * decision to suspend somebody or to lift that. Programs have their own administration.
 */
@NullMarked
package fr.liaison.directory.lifecycle;

import org.jspecify.annotations.NullMarked;
