/** Checks proofs of the audit log (docs/audit-log.md) without trusting who served them. */
@NullMarked
package fr.liaison.client.audit;

import org.jspecify.annotations.NullMarked;
