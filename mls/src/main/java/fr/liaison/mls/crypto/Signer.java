package fr.liaison.mls.crypto;

import fr.liaison.mls.codec.Bytes;

/**
 * Signs with one signature key that need not leave its keeper (a file, a key store, an HSM). Group
 * states never contain the key. Must be thread-safe.
 */
public interface Signer {
  /** In the encoding of RFC 9420 section 5.1.1: raw Ed25519, or an uncompressed P-256 point. */
  Bytes publicKey();

  /** The raw signature over the content: 64 bytes for Ed25519, DER for ECDSA. */
  byte[] sign(byte[] content);
}
