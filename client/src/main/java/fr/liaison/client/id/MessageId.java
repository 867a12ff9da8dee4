package fr.liaison.client.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names a message for ever; chosen by its sender, carried inside the encryption. Written as a
 * lower-case UUID; anything else is refused.
 */
public record MessageId(@JsonValue UUID value) {
  @JsonCreator
  public static MessageId parse(String text) {
    return new MessageId(CanonicalUuid.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
