package fr.liaison.conversation.refounding;

import fr.liaison.conversation.admin.Admins;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.refounding.Refusal.NotAllowed;
import fr.liaison.conversation.refounding.Refusal.Rule;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.conversation.roster.State;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lets the first of any number of openings found a conversation again: whoever comes later waits
 * for the row lock and then learns of the successor.
 */
@Singleton
class AdmitFounding {
  private final KnownDevices devices;
  private final EntryLog log;
  private final Rosters rosters;
  private final Admins admins;
  private final Refoundings refoundings;

  AdmitFounding(
      KnownDevices devices, EntryLog log, Rosters rosters, Admins admins, Refoundings refoundings) {
    this.devices = devices;
    this.log = log;
    this.rosters = rosters;
    this.admins = admins;
    this.refoundings = refoundings;
  }

  /** The old conversation, locked, or why it may not be succeeded thus. */
  sealed interface Admission {
    record Admitted(LogHead old) implements Admission {}

    record Refused(Refusal refusal) implements Admission {}
  }

  Admission admit(Transaction transaction, Requester requester, Founding founding) {
    ConversationId old = founding.old();
    if (!rosters.isIn(transaction, old, requester.device())) {
      return new Admission.Refused(new Refusal.NotAMember());
    }
    hold(transaction, requester, founding);
    LogHead head = log.lock(transaction, List.of(old)).get(old);
    if (head == null || !rosters.isIn(transaction, old, requester.device())) {
      return new Admission.Refused(new Refusal.NotAMember());
    }
    if (head.standing().state() == State.succeeded) {
      return new Admission.Refused(new Refusal.Closed(head.standing().successor()));
    }
    if (head.standing().state() == State.open || head.kind() != founding.kind()) {
      return new Admission.Refused(new NotAllowed(Rule.NOT_A_SUCCESSOR));
    }
    return leavesOutUnduly(transaction, requester, founding)
        .<Admission>map(Admission.Refused::new)
        .orElseGet(() -> new Admission.Admitted(head));
  }

  /**
   * Nobody concerned is revoked unseen meanwhile. Before the old conversation is locked: a
   * revocation takes the same order.
   */
  private void hold(Transaction transaction, Requester requester, Founding founding) {
    List<UUID> persons =
        rosters.takingPart(transaction, founding.old()).stream()
            .map(member -> member.practitioner().value())
            .toList();
    Set<UUID> concerned =
        founding.namedDevices().stream()
            .map(DeviceId::value)
            .collect(Collectors.toCollection(HashSet::new));
    concerned.add(requester.device().value());
    devices.ofPractitioners(transaction, persons).stream()
        .map(KnownDevice::deviceId)
        .forEach(concerned::add);
    devices.hold(transaction, concerned);
  }

  private Optional<Refusal> leavesOutUnduly(
      Transaction transaction, Requester requester, Founding founding) {
    if (founding.leaveOut().isEmpty()) {
      return Optional.empty();
    }
    if (founding.kind() == Kind.direct
        || !founding.leaveOut().equals(refoundings.brokenBy(transaction, founding.old()))) {
      return Optional.of(new NotAllowed(Rule.PERSONS_MISSING, Set.of(founding.leaveOut().get())));
    }
    return admins.of(transaction, founding.old()).contains(requester.practitioner())
        ? Optional.empty()
        : Optional.of(new NotAllowed(Rule.NOT_AN_ADMIN));
  }
}
