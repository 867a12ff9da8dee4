package fr.liaison.client.conversation;

import fr.liaison.client.api.Kind;
import fr.liaison.client.group.MakeCommit;
import fr.liaison.client.group.StoredCommit;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.Advance;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.StoredConversation;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.message.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a conversation with everybody's devices. It is stored as a pending opening first: if the
 * answer is lost, the next start finds out.
 */
final class OpenConversation {
  private static final int ATTEMPTS = 3;

  private final Desk desk;
  private final Invite invite;
  private final ChangeGroup changes;

  OpenConversation(Desk desk, Invite invite, ChangeGroup changes) {
    this.desk = desk;
    this.invite = invite;
    this.changes = changes;
  }

  OpenOutcome open(Kind kind, List<PractitionerId> people) {
    OpenOutcome outcome = once(kind, people);
    for (int attempt = 1; attempt < ATTEMPTS && lacksDevices(outcome); attempt++) {
      outcome = once(kind, people);
    }
    return outcome;
  }

  /** Somebody enrolled a device between our claim and the opening. */
  private static boolean lacksDevices(OpenOutcome outcome) {
    return outcome instanceof OpenOutcome.Refused(Problem problem)
        && "devices-missing".equals(problem.members().path("rule").asText(""));
  }

  private OpenOutcome once(Kind kind, List<PractitionerId> people) {
    return switch (invite.invite(people)) {
      case Answer.Done<Invite.Invited>(Invite.Invited invited) ->
          invited.unreachable().isEmpty()
              ? make(kind, invited, null)
              : new OpenOutcome.NobodyThere(invited.unreachable());
      case Answer.Refused<Invite.Invited>(Problem problem) -> new OpenOutcome.Refused(problem);
      case Answer.Unreachable<Invite.Invited> unreachable -> new OpenOutcome.Unreachable();
    };
  }

  /** A conversation with whom we can invite; nobody is asked for twice. */
  OpenOutcome make(Kind kind, Invite.Invited invited, @Nullable ConversationId succeeds) {
    ConversationId id = new ConversationId(UUID.randomUUID());
    Group group = desk.device().create(id);
    List<Proposal> adds =
        invited.devices().values().stream().<Proposal>map(Proposal.Add::new).toList();
    Optional<StoredCommit> made = new MakeCommit(desk.device()).of(group, adds);
    if (made.isEmpty()) {
      return new OpenOutcome.Refused(Problem.named(422, "commit-impossible"));
    }
    Bytes info = Wire.json(group.groupInfo(true));
    StoredCommit opening = made.get().opening(new StoredCommit.Opening(kind, info, succeeds));
    Bytes state = Wire.sealable(group.serialized());
    desk.store()
        .change(
            transaction -> {
              Conversations.enter(transaction, new Advance(id, 0, state, List.of()));
              opening.save(transaction, id);
              StoredConversation.begun(
                      id, kind == Kind.DIRECT, desk.device().enrolled().practitioner())
                  .save(transaction);
            });
    return switch (changes.send(id, opening)) {
      case Progress.Refused(Problem problem) -> new OpenOutcome.Refused(problem);
      case Progress.Unreachable unreachable -> new OpenOutcome.Unreachable();
      case Progress.Out out -> new OpenOutcome.Unreachable();
      case Progress.Missing missing -> new OpenOutcome.Opened(id);
      case Progress.Lost lost -> new OpenOutcome.Opened(id);
      case Progress.Contended contended -> new OpenOutcome.Opened(id);
      case Progress.UpToDate done -> new OpenOutcome.Opened(id);
    };
  }
}
