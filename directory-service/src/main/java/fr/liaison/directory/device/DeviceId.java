package fr.liaison.directory.device;

import fr.liaison.kit.database.Uuid7;
import java.util.UUID;

/** The opaque id of a device, also the name in its certificate. */
public record DeviceId(UUID value) {
  static DeviceId next() {
    return new DeviceId(Uuid7.next());
  }

  /** The name a certificate carries as subject alternative name. */
  String urn() {
    return "urn:liaison:device:" + value;
  }
}
