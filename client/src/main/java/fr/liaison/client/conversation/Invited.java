package fr.liaison.client.conversation;

import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.mls.leaf.KeyPackage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whom we can let in.
 *
 * @param guests in the order in which they were claimed
 * @param unreachable people without any device that is what it claims to be
 * @param unproven people with a device whose key does not stand in the public log
 */
record Invited(
    List<Guest> guests, List<PractitionerId> unreachable, List<PractitionerId> unproven) {
  static final Invited NOBODY = new Invited(List.of(), List.of(), List.of());

  Invited {
    guests = List.copyOf(guests);
    unreachable = List.copyOf(unreachable);
    unproven = List.copyOf(unproven);
  }

  /** A device that was checked. */
  record Guest(DeviceId device, PractitionerId person, KeyPackage keyPackage) {}

  Invited without(PractitionerId person) {
    return only(guest -> !guest.person().equals(person));
  }

  /** With the first device of each person. */
  Invited oneOfEach() {
    Set<PractitionerId> seen = new HashSet<>();
    return only(guest -> seen.add(guest.person()));
  }

  private Invited only(Predicate<Guest> wanted) {
    return new Invited(guests.stream().filter(wanted).toList(), unreachable, unproven);
  }
}
