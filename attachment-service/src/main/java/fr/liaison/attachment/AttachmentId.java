package fr.liaison.attachment;

import java.util.Optional;
import java.util.UUID;

/** Names one encrypted blob, from the first byte of its upload on. */
public record AttachmentId(UUID value) {

  /** Empty for anything but the canonical form of a UUID. */
  public static Optional<AttachmentId> parse(String text) {
    return CanonicalUuid.parse(text).map(AttachmentId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
