package fr.liaison.client.conversation;

import fr.liaison.client.api.Kind;
import fr.liaison.client.card.Card;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a conversation with everybody's devices, as far as there is room, once their cards were
 * verified. It is stored as a pending opening first: if the answer is lost, the next start finds
 * out.
 */
final class OpenConversation {
  private static final int ATTEMPTS = 5;
  private static final Set<String> CORRECTABLE = Set.of("devices-missing", "too-many-devices");

  private final Desk desk;
  private final Invite invite;
  private final ChangeGroup changes;
  private final CheckRecipients recipients;

  OpenConversation(Desk desk, CheckRecipients recipients, Invite invite, ChangeGroup changes) {
    this.desk = desk;
    this.invite = invite;
    this.changes = changes;
    this.recipients = recipients;
  }

  /**
   * Opens one.
   *
   * @param look is given the cards before anything else happens
   */
  OpenOutcome open(Kind kind, List<PractitionerId> people, Consumer<Card> look) {
    return switch (recipients.check(people, look)) {
      case Recipients.Verified(var nationalIds) -> opened(kind, nationalIds);
      case Recipients.Departed(var departed) -> new OpenOutcome.Departed(departed);
      case Recipients.CardUnsound(var person, var cause) ->
          new OpenOutcome.CardUnsound(person, cause);
      case Recipients.Refused(Problem problem) -> new OpenOutcome.Refused(problem);
      case Recipients.Unreachable unreachable -> new OpenOutcome.Unreachable();
    };
  }

  private OpenOutcome opened(Kind kind, Map<PractitionerId, String> people) {
    Bringing bringing = Bringing.ALL;
    OpenOutcome outcome = once(kind, people, bringing);
    for (int attempt = 1; attempt < ATTEMPTS && isWorthAnother(outcome); attempt++) {
      bringing = bringing.after(outcome);
      outcome = once(kind, people, bringing);
    }
    return outcome;
  }

  /** Somebody enrolled a device between our claim and the opening, or fewer may be let in. */
  private static boolean isWorthAnother(OpenOutcome outcome) {
    return outcome instanceof OpenOutcome.Refused(Problem problem)
        && CORRECTABLE.contains(problem.members().path("rule").asText(""));
  }

  private OpenOutcome once(Kind kind, Map<PractitionerId, String> people, Bringing bringing) {
    return switch (invite.invite(people)) {
      case Answer.Done<Invited>(Invited invited) -> {
        if (!invited.unreachable().isEmpty()) {
          yield new OpenOutcome.NobodyThere(invited.unreachable());
        }
        yield invited.unproven().isEmpty()
            ? make(kind, bringing.of(invited, self()), null)
            : new OpenOutcome.KeysUnproven(invited.unproven());
      }
      case Answer.Refused<Invited>(Problem problem) -> new OpenOutcome.Refused(problem);
      case Answer.Unreachable<Invited> unreachable -> new OpenOutcome.Unreachable();
    };
  }

  /** A conversation with whom we can invite; nobody is asked for twice. */
  OpenOutcome make(Kind kind, Invited invited, @Nullable ConversationId succeeds) {
    ConversationId id = new ConversationId(UUID.randomUUID());
    Group group = desk.device().create(id);
    List<Proposal> adds =
        invited.guests().stream().<Proposal>map(one -> new Proposal.Add(one.keyPackage())).toList();
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
              StoredConversation.begun(id, kind == Kind.DIRECT, self(), succeeds).save(transaction);
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

  PractitionerId self() {
    return desk.device().enrolled().practitioner();
  }
}
