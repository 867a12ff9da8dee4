package fr.liaison.client.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names a Welcome that waits for this device. Written as a lower-case UUID; anything else is
 * refused.
 */
public record WelcomeId(@JsonValue UUID value) {
  @JsonCreator
  public static WelcomeId parse(String text) {
    return new WelcomeId(CanonicalUuid.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
