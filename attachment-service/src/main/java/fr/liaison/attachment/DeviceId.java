package fr.liaison.attachment;

import java.util.UUID;

/** Names the device that uploads or downloads. */
public record DeviceId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
