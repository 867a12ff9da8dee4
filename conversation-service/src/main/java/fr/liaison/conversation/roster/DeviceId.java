package fr.liaison.conversation.roster;

import java.util.UUID;

/** A device, as the directory named it when it enrolled. */
public record DeviceId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
