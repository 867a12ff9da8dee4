package fr.liaison.client.conversation;

import fr.liaison.client.api.ClaimedDevice;
import fr.liaison.client.api.Practitioner;
import fr.liaison.client.group.CheckInvitation;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.mls.leaf.KeyPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Claims key packages of every device of some people and of our own other devices, and checks. */
final class Invite {
  private final Desk desk;
  private final CheckInvitation check;

  Invite(Desk desk) {
    this.desk = desk;
    this.check = new CheckInvitation(desk.device());
  }

  /**
   * Whom we can let in.
   *
   * @param unreachable people without any device that is what it claims to be
   */
  record Invited(Map<DeviceId, KeyPackage> devices, List<PractitionerId> unreachable) {}

  Answer<Invited> invite(List<PractitionerId> people) {
    PractitionerId self = desk.device().enrolled().practitioner();
    Set<PractitionerId> wanted = new LinkedHashSet<>(people);
    wanted.add(self);
    Map<PractitionerId, String> nationalIds = new HashMap<>();
    for (PractitionerId person : wanted) {
      Answer<Practitioner> answer = desk.directory().practitioner(person);
      if (!(answer instanceof Answer.Done<Practitioner>(Practitioner found))) {
        return answer.map(none -> new Invited(Map.of(), List.of()));
      }
      nationalIds.put(person, found.nationalId());
    }
    return desk.keyPackages()
        .claim(List.copyOf(wanted))
        .map(claimed -> checked(claimed, nationalIds, self));
  }

  private Invited checked(
      List<ClaimedDevice> claimed, Map<PractitionerId, String> nationalIds, PractitionerId self) {
    Map<DeviceId, KeyPackage> devices = new LinkedHashMap<>();
    Set<PractitionerId> unreachable = new LinkedHashSet<>(nationalIds.keySet());
    unreachable.remove(self);
    for (ClaimedDevice one : claimed) {
      String nationalId = nationalIds.getOrDefault(one.practitionerId(), "");
      check
          .check(one, nationalId)
          .filter(found -> !one.deviceId().equals(desk.self()))
          .ifPresent(
              found -> {
                devices.put(one.deviceId(), found);
                unreachable.remove(one.practitionerId());
              });
    }
    return new Invited(devices, new ArrayList<>(unreachable));
  }
}
