package fr.liaison.attachment.download;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.ConversationId;
import fr.liaison.contracts.json.Bytes;

/** A complete attachment as a member of its conversation may see it. */
record Blob(AttachmentId id, ConversationId conversation, long length, Bytes sha256) {
  /** A strong validator: the blob never changes, and its hash names it. */
  String etag() {
    return '"' + sha256.toBase64Url() + '"';
  }
}
