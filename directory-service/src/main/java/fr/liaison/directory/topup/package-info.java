/**
 * The top-up of the register between two of its files: asks the national FHIR interface for what
 * changed since it was last asked, and applies that page by page, one small transaction each.
 *
 * <p>One run reads the changed practitioners, then the changed situations; where it stands is in
 * {@code top_up_run}, so that any instance goes on from the last page that was applied. Pages may
 * come twice or out of order: what a person is becomes what the source says of them now, and
 * nothing older follows. Whoever departs does so as by a file, and a mass of departures stops the
 * top-up until an administrator lets it go on. Off where no address is configured. Writes topic
 * {@code practitioner}.
 */
@NullMarked
package fr.liaison.directory.topup;

import org.jspecify.annotations.NullMarked;
