package fr.liaison.attachment.blob;

import fr.liaison.contracts.json.Bytes;

/**
 * A run of an attachment's bytes that lies in one object; {@code sha256} was taken on reception.
 */
public record Slice(long start, int length, ObjectKey key, Bytes sha256) {
  public long end() {
    return start + length;
  }
}
