package fr.liaison.client.conversation;

import fr.liaison.client.api.Practitioner;
import fr.liaison.client.conversation.Groups.Held;
import fr.liaison.client.conversation.Invited.Guest;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.leaf.CertifiedDevice;
import fr.liaison.mls.message.Proposal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings people into a group with all their devices, and puts them out with all of them. Who
 * somebody is, the certificates in the group say: the server names nobody else's device as theirs.
 */
final class ChangePeople {
  /** Rules that another look at the log or the pool settles. */
  private static final Set<String> PASSING = Set.of("devices-missing", "removal-pending");

  private static final int ATTEMPTS = 4;

  private final Desk desk;
  private final CheckRecipients recipients;
  private final Invite invite;
  private final ChangeGroup changes;

  ChangePeople(Desk desk, CheckRecipients recipients, Invite invite, ChangeGroup changes) {
    this.desk = desk;
    this.recipients = recipients;
    this.invite = invite;
    this.changes = changes;
  }

  /** As when a conversation is opened, everybody's card must hold, and nobody may have left. */
  PeopleOutcome add(ConversationId id, List<PractitionerId> people) {
    return switch (recipients.check(people)) {
      case Recipients.Verified(var nationalIds) -> added(id, nationalIds);
      case Recipients.Departed(var departed) -> new PeopleOutcome.Departed(departed);
      case Recipients.CardUnsound(var person, var cause) ->
          new PeopleOutcome.CardUnsound(person, cause);
      case Recipients.Refused(Problem problem) -> new PeopleOutcome.Refused(problem);
      case Recipients.Unreachable unreachable -> new PeopleOutcome.TryAgain();
    };
  }

  private PeopleOutcome added(ConversationId id, Map<PractitionerId, String> people) {
    PeopleOutcome outcome = addOnce(id, people);
    for (int attempt = 1; attempt < ATTEMPTS && passes(outcome); attempt++) {
      outcome = addOnce(id, people);
    }
    return outcome;
  }

  PeopleOutcome remove(ConversationId id, PractitionerId person) {
    Answer<Practitioner> found = desk.directory().practitioner(person);
    if (!(found instanceof Answer.Done<Practitioner>(Practitioner known))) {
      return failure(found);
    }
    PeopleOutcome outcome = removeOnce(id, known.nationalId());
    for (int attempt = 1; attempt < ATTEMPTS && passes(outcome); attempt++) {
      outcome = removeOnce(id, known.nationalId());
    }
    return outcome;
  }

  private PeopleOutcome addOnce(ConversationId id, Map<PractitionerId, String> people) {
    Progress ready = changes.resume(id);
    if (!ready.isUpToDate()) {
      return PeopleOutcome.of(ready);
    }
    Map<PractitionerId, String> missing = new LinkedHashMap<>(people);
    missing.values().removeIf(nationalId -> isIn(id, nationalId));
    return missing.isEmpty() ? new PeopleOutcome.Done() : invited(id, missing);
  }

  private PeopleOutcome invited(ConversationId id, Map<PractitionerId, String> missing) {
    Answer<Invited> answer = invite.invite(missing);
    if (!(answer instanceof Answer.Done<Invited>(Invited invited))) {
      return failure(answer);
    }
    if (!invited.unreachable().isEmpty()) {
      return new PeopleOutcome.NobodyThere(invited.unreachable());
    }
    return invited.unproven().isEmpty()
        ? PeopleOutcome.of(changes.change(id, group -> adds(group, invited.guests())))
        : new PeopleOutcome.KeysUnproven(invited.unproven());
  }

  private Optional<List<Proposal>> adds(Group group, List<Guest> guests) {
    Set<DeviceId> in =
        desk.device().certified(group).values().stream()
            .map(one -> new DeviceId(one.device()))
            .collect(Collectors.toSet());
    return unlessEmpty(
        guests.stream()
            .filter(one -> !in.contains(one.device()))
            .<Proposal>map(one -> new Proposal.Add(one.keyPackage()))
            .toList());
  }

  private PeopleOutcome removeOnce(ConversationId id, String nationalId) {
    return PeopleOutcome.of(changes.change(id, group -> removals(group, nationalId)));
  }

  private Optional<List<Proposal>> removals(Group group, String nationalId) {
    return unlessEmpty(
        desk.device().certified(group).entrySet().stream()
            .filter(one -> one.getValue().nationalId().equals(nationalId))
            .<Proposal>map(one -> new Proposal.Remove(one.getKey()))
            .toList());
  }

  private static Optional<List<Proposal>> unlessEmpty(List<Proposal> proposals) {
    return proposals.isEmpty() ? Optional.empty() : Optional.of(proposals);
  }

  private boolean isIn(ConversationId id, String nationalId) {
    return desk.groups().held(id) instanceof Held.Ready(Group group, long cursor)
        && desk.device().certified(group).values().stream()
            .map(CertifiedDevice::nationalId)
            .anyMatch(nationalId::equals);
  }

  private static boolean passes(PeopleOutcome outcome) {
    return outcome instanceof PeopleOutcome.Refused(Problem problem)
        && PASSING.contains(problem.members().path("rule").asText(""));
  }

  /** What a person is asked about is no conversation: a 404 is told as it is. */
  static PeopleOutcome failure(Answer<?> answer) {
    return switch (answer) {
      case Answer.Refused<?> refused -> new PeopleOutcome.Refused(refused.problem());
      case Answer.Unreachable<?> unreachable -> new PeopleOutcome.TryAgain();
      case Answer.Done<?> done -> new PeopleOutcome.Done();
    };
  }
}
