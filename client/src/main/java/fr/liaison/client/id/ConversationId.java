package fr.liaison.client.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names a conversation; chosen by whoever opens it. Written as a lower-case UUID; anything else is
 * refused.
 */
public record ConversationId(@JsonValue UUID value) {
  @JsonCreator
  public static ConversationId parse(String text) {
    return new ConversationId(CanonicalUuid.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
