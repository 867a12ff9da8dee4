package fr.liaison.conversation.roster;

import java.util.UUID;

/** A device, as the directory named it when it enrolled. */
public record DeviceId(UUID value) {
  /** Stands as the sender of what the server itself puts into a log. */
  public static final DeviceId DELIVERY = new DeviceId(new UUID(0, 0));

  @Override
  public String toString() {
    return value.toString();
  }
}
