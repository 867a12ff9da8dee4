package fr.liaison.conversation.refounding;

import fr.liaison.conversation.admin.FollowRoster;
import fr.liaison.conversation.keypackage.Pools;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.refounding.AdmitFounding.Admission;
import fr.liaison.conversation.removal.Removals;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.conversation.roster.State;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets a new conversation take the place of one that is to be founded again, in the transaction
 * that opens it: persons, kept places and administrators are carried over, both ends linked. The
 * caller rolls back on refusal.
 */
@Singleton
public class Succession {
  private final AdmitFounding admitFounding;
  private final Rosters rosters;
  private final FollowRoster followRoster;
  private final KnownDevices devices;
  private final Pools pools;
  private final Removals removals;
  private final Refoundings refoundings;
  private final TellClosed tellClosed;
  private final AuditTrail audit;

  Succession(
      AdmitFounding admitFounding,
      Rosters rosters,
      FollowRoster followRoster,
      KnownDevices devices,
      Pools pools,
      Removals removals,
      Refoundings refoundings,
      TellClosed tellClosed,
      AuditTrail audit) {
    this.admitFounding = admitFounding;
    this.rosters = rosters;
    this.followRoster = followRoster;
    this.devices = devices;
    this.pools = pools;
    this.removals = removals;
    this.refoundings = refoundings;
    this.tellClosed = tellClosed;
    this.audit = audit;
  }

  /** The old conversation is locked and waits for {@link #complete}, or the opening is refused. */
  public sealed interface Beginning {
    record Begun(Founding founding, LogHead old) implements Beginning {}

    record Refused(Refusal refusal) implements Beginning {}
  }

  /** To be called once the successor's own row exists, and before anything else of it. */
  public Beginning begin(Transaction transaction, Requester requester, Founding founding) {
    return switch (admitFounding.admit(transaction, requester, founding)) {
      case Admission.Refused(Refusal refusal) -> new Beginning.Refused(refusal);
      case Admission.Admitted(LogHead old) -> new Beginning.Begun(founding, old);
    };
  }

  /** To be called once the successor's first commit is applied; answers why it may not stand. */
  public Optional<Refusal> complete(
      Transaction transaction, Requester requester, Beginning.Begun begun) {
    Founding founding = begun.founding();
    List<Member> expected =
        rosters.takingPart(transaction, founding.old()).stream()
            .filter(member -> !Optional.of(member.practitioner()).equals(founding.leaveOut()))
            .toList();
    Set<PractitionerId> came = persons(rosters.of(transaction, founding.successor()));
    Set<PractitionerId> absent = SuccessionRules.without(persons(expected), came);
    Optional<Refusal> broken =
        new SuccessionRules(persons(expected), came, reachable(transaction, absent))
            .broken()
            .map(rule -> rule);
    if (broken.isPresent()) {
      return broken;
    }
    List<Member> places =
        expected.stream().filter(member -> absent.contains(member.practitioner())).toList();
    rosters.keepPlaces(transaction, founding.successor(), places);
    if (founding.kind() == Kind.direct) {
      // Two persons, for ever the same: nobody else takes the seat of one who left the register.
      rosters.rememberPersons(transaction, founding.old(), founding.successor());
    }
    followRoster.inherit(transaction, founding.old(), founding.successor());
    removals.drop(transaction, founding.old());
    refoundings.link(transaction, founding.old(), founding.successor());
    record(transaction, requester, founding, places);
    tellClosed.tell(transaction, begun.old(), State.succeeded);
    return Optional.empty();
  }

  private Set<PractitionerId> reachable(Transaction transaction, Set<PractitionerId> absent) {
    List<KnownDevice> active =
        devices
            .ofPractitioners(transaction, absent.stream().map(PractitionerId::value).toList())
            .stream()
            .filter(devices::isActive)
            .toList();
    Set<DeviceId> invitable =
        pools.invitable(
            transaction, active.stream().map(one -> new DeviceId(one.deviceId())).toList());
    return active.stream()
        .filter(one -> invitable.contains(new DeviceId(one.deviceId())))
        .map(one -> new PractitionerId(one.practitionerId()))
        .collect(Collectors.toSet());
  }

  private static Set<PractitionerId> persons(List<Member> members) {
    return members.stream().map(Member::practitioner).collect(Collectors.toSet());
  }

  private void record(
      Transaction transaction, Requester requester, Founding founding, List<Member> places) {
    audit.record(
        transaction,
        requester
            .act("conversation.succeed")
            .in(founding.old().value())
            .with("successor", founding.successor()));
    audit.record(
        transaction,
        requester
            .act("conversation.succeed")
            .in(founding.successor().value())
            .with("succeeds", founding.old()));
    places.forEach(
        place ->
            audit.record(
                transaction,
                about("member.keep-place", requester, founding, place.practitioner())));
    founding
        .leaveOut()
        .ifPresent(
            person ->
                audit.record(transaction, about("member.leave-out", requester, founding, person)));
  }

  private static Act about(
      String action, Requester requester, Founding founding, PractitionerId person) {
    return requester.act(action).in(founding.successor().value()).on("practitioner", person);
  }
}
