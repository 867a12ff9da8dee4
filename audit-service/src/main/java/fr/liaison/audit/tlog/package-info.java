/**
 * The transparency log formats of C2SP (tlog-checkpoint, tlog-proof), in plain Java.
 *
 * <p>Nothing here knows of Quarkus, SQL or Liaison, so that the package can check any log written
 * to the same specifications. It builds on {@code merkle} (hashes and proofs), {@code tile} (what
 * is stored and served) and {@code note} (signatures).
 */
@NullMarked
package fr.liaison.audit.tlog;

import org.jspecify.annotations.NullMarked;
