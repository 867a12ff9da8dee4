package fr.liaison.client.content;

import fr.liaison.client.id.AttachmentId;
import fr.liaison.contracts.json.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Points to an encrypted blob and holds the only copy of its key. Prints only the id.
 *
 * @param size bytes of plaintext
 * @param sha256 of the plaintext
 * @param preview tiny image shown until the photo is there
 */
public record AttachmentReference(
    AttachmentId id,
    Bytes key,
    long size,
    String mediaType,
    Bytes sha256,
    long width,
    long height,
    @Nullable Bytes preview)
    implements SealedReference {
  @Override
  public String toString() {
    return "AttachmentReference[" + id + "]";
  }
}
