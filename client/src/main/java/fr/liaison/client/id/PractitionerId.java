package fr.liaison.client.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names a professional of the directory. Written as a lower-case UUID; anything else is refused.
 */
public record PractitionerId(@JsonValue UUID value) {
  @JsonCreator
  public static PractitionerId parse(String text) {
    return new PractitionerId(CanonicalUuid.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
