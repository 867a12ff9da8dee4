package fr.liaison.conversation.roster;

import fr.liaison.kit.audit.Act;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.identity.Caller;

/** A verified caller on one of their own active devices. */
public record Requester(Caller caller, KnownDevice knownDevice) {
  public DeviceId device() {
    return new DeviceId(knownDevice.deviceId());
  }

  public PractitionerId practitioner() {
    return new PractitionerId(knownDevice.practitionerId());
  }

  /** An act of this requester, yet to be completed. */
  public Act act(String action) {
    return Act.of(action).by(caller, knownDevice);
  }
}
