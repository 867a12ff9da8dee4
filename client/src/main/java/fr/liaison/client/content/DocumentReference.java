package fr.liaison.client.content;

import fr.liaison.client.id.AttachmentId;
import fr.liaison.contracts.json.Bytes;

/**
 * Points to a file of any kind and holds the only copy of its key. Prints only the id.
 *
 * @param name as the sender called the file; a name for people, never a path
 */
public record DocumentReference(
    AttachmentId id, Bytes key, long size, String mediaType, Bytes sha256, String name)
    implements SealedReference {
  @Override
  public String toString() {
    return "DocumentReference[" + id + "]";
  }
}
