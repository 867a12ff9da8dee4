package fr.liaison.notification;

import java.util.UUID;

/** Names a device that can be woken. */
public record DeviceId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
