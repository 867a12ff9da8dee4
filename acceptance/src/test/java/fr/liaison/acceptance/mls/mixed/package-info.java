/**
 * Groups whose members are on both MLS libraries: {@code mls} in Java and ts-mls as the web client
 * has it. {@link fr.liaison.acceptance.mls.mixed.MixedGroup} delivers what is sent to everybody and
 * compares them at every epoch.
 */
@NullMarked
package fr.liaison.acceptance.mls.mixed;

import org.jspecify.annotations.NullMarked;
