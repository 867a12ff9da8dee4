package fr.liaison.client.conversation;

import fr.liaison.client.api.ClaimedDevice;
import fr.liaison.client.api.ClaimedDevice.Status;
import fr.liaison.client.api.KeyPackageApi;
import fr.liaison.client.audit.DeviceClaim;
import fr.liaison.client.audit.KnownKeys;
import fr.liaison.client.audit.KnownKeys.Standing;
import fr.liaison.client.conversation.Invited.Guest;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.group.CheckInvitation;
import fr.liaison.client.group.GroupDevice;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Interrupted;
import fr.liaison.client.http.Pause;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.mls.leaf.KeyPackage;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Claims key packages of every device of some people and of our own other devices, and checks that
 * they are certified for the national ids which the people's verified cards say. A device is
 * certified just before it uploads its own, so somebody whose devices have none is asked again for
 * a few seconds. Every key must stand in the public log, which is asked about all at once. The
 * server takes all devices of a person or none, so one whose key does not keeps the person out. Our
 * own others keep nobody out: they are left behind, all of them, and enter by themselves.
 */
final class Invite {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4));

  private static final int PORTION = 100;

  private final EnrolledDevice self;
  private final CheckInvitation check;
  private final CheckRecipients recipients;
  private final KeyPackageApi keyPackages;
  private final KnownKeys knownKeys;
  private final Pause pause;

  Invite(
      GroupDevice device,
      CheckRecipients recipients,
      KeyPackageApi keyPackages,
      KnownKeys knownKeys,
      Pause pause) {
    this.self = device.enrolled();
    this.check = new CheckInvitation(device);
    this.recipients = recipients;
    this.keyPackages = keyPackages;
    this.knownKeys = knownKeys;
    this.pause = pause;
  }

  /** All of these people, by their national ids, or nobody. */
  Answer<Invited> invite(Map<PractitionerId, String> people) {
    return invite(people, true);
  }

  /** Whoever of these people can be invited. */
  Answer<Invited> inviteAny(Map<PractitionerId, String> people) {
    return invite(people, false);
  }

  private Answer<Invited> invite(Map<PractitionerId, String> people, boolean allOrNone) {
    return recipients
        .known(List.of(self.practitioner()))
        .then(
            own -> {
              Map<PractitionerId, String> nationalIds = new LinkedHashMap<>(people);
              nationalIds.putAll(own);
              return claim(new Round(nationalIds, allOrNone), nationalIds.keySet());
            });
  }

  private Answer<Invited> claim(Round round, Set<PractitionerId> wanted) {
    Answer<List<ClaimedDevice>> answer = claimInPortions(List.copyOf(wanted));
    for (Duration wait : WAITS) {
      if (!(answer instanceof Answer.Done<List<ClaimedDevice>>(List<ClaimedDevice> claimed))) {
        break;
      }
      round.take(claimed);
      if (!round.isWorthAsking()) {
        return new Answer.Done<>(round.result());
      }
      rest(wait);
      answer = claimInPortions(round.missing());
    }
    return answer.map(
        last -> {
          round.take(last);
          return round.result();
        });
  }

  /** The server takes so many people at once. */
  private Answer<List<ClaimedDevice>> claimInPortions(List<PractitionerId> people) {
    Answer<List<ClaimedDevice>> all = new Answer.Done<>(List.of());
    for (int from = 0; from < people.size(); from += PORTION) {
      List<PractitionerId> portion = people.subList(from, Math.min(people.size(), from + PORTION));
      all =
          all.then(
              before ->
                  keyPackages
                      .claim(portion)
                      .map(more -> Stream.concat(before.stream(), more.stream()).toList()));
    }
    return all;
  }

  private void rest(Duration wait) {
    try {
      pause.rest(wait);
    } catch (InterruptedException stopped) {
      throw Interrupted.now();
    }
  }

  /** What the claims of one invitation have brought so far. */
  private final class Round {
    private final Map<PractitionerId, String> nationalIds;
    private final Map<DeviceId, Guest> guests = new LinkedHashMap<>();
    private final Set<PractitionerId> missing;
    private final Set<PractitionerId> preparing = new HashSet<>();
    private final Map<DeviceId, DeviceClaim> claims = new LinkedHashMap<>();
    private final boolean allOrNone;

    Round(Map<PractitionerId, String> nationalIds, boolean allOrNone) {
      this.nationalIds = nationalIds;
      this.allOrNone = allOrNone;
      this.missing = new LinkedHashSet<>(nationalIds.keySet());
      this.missing.remove(self.practitioner());
    }

    void take(List<ClaimedDevice> claimed) {
      preparing.clear();
      for (ClaimedDevice one : claimed) {
        if (one.deviceId().equals(self.id())) {
          continue;
        }
        if (one.status() == Status.EXHAUSTED) {
          preparing.add(one.practitionerId());
        }
        String nationalId = nationalIds.getOrDefault(one.practitionerId(), "");
        check.check(one, nationalId).ifPresent(found -> take(one, found, nationalId));
      }
    }

    private void take(ClaimedDevice one, KeyPackage found, String nationalId) {
      PractitionerId person = one.practitionerId();
      guests.put(one.deviceId(), new Guest(one.deviceId(), person, found));
      claims.put(one.deviceId(), check.claim(one, found, nationalId));
      missing.remove(person);
    }

    /** Somebody is missing, and all who are have a device that is about to be ready. */
    boolean isWorthAsking() {
      return !missing.isEmpty() && preparing.containsAll(missing);
    }

    List<PractitionerId> missing() {
      return List.copyOf(missing);
    }

    Invited result() {
      if (allOrNone && !missing.isEmpty()) {
        return new Invited(List.of(), List.copyOf(missing), List.of());
      }
      Map<UUID, Standing> standings = knownKeys.look(claimsOf(false), claimsOf(true), allOrNone);
      List<Guest> unproven =
          guests.values().stream()
              .filter(guest -> standings.get(guest.device().value()) != Standing.PROVEN)
              .toList();
      Set<PractitionerId> out =
          unproven.stream().map(Guest::person).collect(Collectors.toCollection(LinkedHashSet::new));
      List<Guest> proven =
          guests.values().stream().filter(guest -> !out.contains(guest.person())).toList();
      out.remove(self.practitioner());
      return new Invited(proven, List.copyOf(missing), worst(unproven, standings, out));
    }

    /** Those who were refused, where anybody was: then nobody else was asked about to the end. */
    private List<PractitionerId> worst(
        List<Guest> unproven, Map<UUID, Standing> standings, Set<PractitionerId> out) {
      List<PractitionerId> refused =
          unproven.stream()
              .filter(guest -> standings.get(guest.device().value()) == Standing.REFUSED)
              .map(Guest::person)
              .filter(out::contains)
              .distinct()
              .toList();
      return refused.isEmpty() || !allOrNone ? List.copyOf(out) : refused;
    }

    private List<DeviceClaim> claimsOf(boolean own) {
      return guests.values().stream()
          .filter(guest -> guest.person().equals(self.practitioner()) == own)
          .map(guest -> claims.get(guest.device()))
          .toList();
    }
  }
}
