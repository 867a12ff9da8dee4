package fr.liaison.client.content;

import fr.liaison.client.id.AttachmentId;
import fr.liaison.contracts.json.Bytes;

/** What it takes to fetch and open an encrypted blob. */
public sealed interface SealedReference permits AttachmentReference, DocumentReference {
  AttachmentId id();

  /** The only copy. */
  Bytes key();

  /** Bytes of plaintext. */
  long size();

  /** Of the plaintext. */
  Bytes sha256();
}
