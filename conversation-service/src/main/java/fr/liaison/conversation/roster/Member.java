package fr.liaison.conversation.roster;

import fr.liaison.contracts.event.RosterChanged;

/** One device in a roster and the person who holds it. */
public record Member(DeviceId device, PractitionerId practitioner) {
  RosterChanged.Member wire() {
    return new RosterChanged.Member(device.value(), practitioner.value());
  }
}
