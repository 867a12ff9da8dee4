/**
 * The audit service: every act of the platform, once, in an append-only Merkle log anybody can
 * check.
 *
 * <p>Invariants: an entry has one index for ever and indices have no gap; what a signed checkpoint
 * covers never changes; personal data stands only in deletable rows, the log itself holds salted
 * commitments. The service reads topic {@code audit} and writes its own acts through the same
 * outbox as every other service.
 */
@NullMarked
package fr.liaison.audit;

import org.jspecify.annotations.NullMarked;
