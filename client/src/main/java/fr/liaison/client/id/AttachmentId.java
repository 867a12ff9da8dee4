package fr.liaison.client.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names an encrypted blob at the attachment-service. Written as a lower-case UUID; anything else is
 * refused.
 */
public record AttachmentId(@JsonValue UUID value) {
  @JsonCreator
  public static AttachmentId parse(String text) {
    return new AttachmentId(CanonicalUuid.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
