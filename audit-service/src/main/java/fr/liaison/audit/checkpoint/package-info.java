/**
 * Speaking for the log: a signed checkpoint each second when there is news.
 *
 * <p>The log must never sign two histories. Its last signed checkpoint therefore stands in a small
 * file outside the database, replaced by compare-and-swap before anybody sees the new checkpoint. A
 * database restored from a backup does not extend that checkpoint, so it cannot sign.
 */
@NullMarked
package fr.liaison.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
