/**
 * RFC 6962 section 2.1 over SHA-256: hashes, the compact range, inclusion and consistency proofs.
 */
@NullMarked
package fr.liaison.audit.tlog.merkle;

import org.jspecify.annotations.NullMarked;
