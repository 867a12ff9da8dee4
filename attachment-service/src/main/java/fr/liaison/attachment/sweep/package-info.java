/**
 * Removal: uploads no message ever referred to are doomed after a while, doomed objects are removed
 * from the bucket, and an attachment without objects left is declared deleted. Each step may be
 * repeated or cut at any point.
 */
@NullMarked
package fr.liaison.attachment.sweep;

import org.jspecify.annotations.NullMarked;
