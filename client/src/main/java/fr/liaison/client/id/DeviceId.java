package fr.liaison.client.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an enrolled device. Written as a lower-case UUID; anything else is refused. */
public record DeviceId(@JsonValue UUID value) {
  @JsonCreator
  public static DeviceId parse(String text) {
    return new DeviceId(CanonicalUuid.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
