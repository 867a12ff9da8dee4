package fr.liaison.client.conversation;

import fr.liaison.client.api.ConversationApi.Outgoing;
import fr.liaison.client.api.ConversationApi.Sent;
import fr.liaison.client.api.Priority;
import fr.liaison.client.conversation.Groups.Held;
import fr.liaison.client.group.FollowEntry;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Advance;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.OutboxMessage.Encrypted;
import fr.liaison.client.store.StoredMessage;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.Sending;
import java.util.List;

/**
 * Sends what waits, in the order it was written. A message is encrypted once for an epoch and
 * stored so before it leaves; it is encrypted anew only after the server said that it will never
 * accept those bytes.
 */
final class SendOutbox {
  private static final int ATTEMPTS = 12;

  private final Desk desk;
  private final KeepUp keepUp;
  private final ChangeGroup changes;
  private final CommitProposals proposals;
  private final FollowEntry follow;

  SendOutbox(Desk desk, KeepUp keepUp, ChangeGroup changes, CommitProposals proposals) {
    this.desk = desk;
    this.keepUp = keepUp;
    this.changes = changes;
    this.proposals = proposals;
    this.follow = new FollowEntry(desk.device());
  }

  /**
   * Up to date when nothing waits any more; what was refused for good is out and told. What waits
   * in a closed conversation stays until there is a successor to take it.
   */
  Progress flush(ConversationId id) {
    if (keepUp.isClosed(id)) {
      return new Progress.Refused(Problem.named(409, ProblemType.CONVERSATION_CLOSED.code()));
    }
    for (Outbox.Waiting waiting : desk.store().read(reader -> Outbox.waiting(reader, id))) {
      Progress sent = send(id, waiting.key());
      if (!sent.isUpToDate()) {
        return sent;
      }
    }
    return new Progress.UpToDate();
  }

  private Progress send(ConversationId id, String key) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Progress ready = changes.resume(id);
      if (!ready.isUpToDate()) {
        return ready instanceof Progress.Out ? giveUp(id) : ready;
      }
      List<Outbox.Waiting> still =
          desk.store().read(reader -> Outbox.waiting(reader, id)).stream()
              .filter(one -> one.key().equals(key))
              .toList();
      if (still.isEmpty()) {
        return new Progress.UpToDate();
      }
      Progress tried = attempt(id, still.getFirst());
      if (!(tried instanceof Progress.Contended)) {
        return tried;
      }
    }
    return new Progress.Contended();
  }

  /** Nothing that waits here will ever be sent. */
  Progress drop(ConversationId id, Problem why) {
    for (Outbox.Waiting one : desk.store().read(reader -> Outbox.waiting(reader, id))) {
      desk.notices().add(Notice.NotSent.of(id, one.message(), why));
      desk.store().change(transaction -> Outbox.remove(transaction, one.key()));
    }
    return new Progress.Refused(why);
  }

  private Progress giveUp(ConversationId id) {
    var _ = drop(id, Problem.named(404, "not-found"));
    return new Progress.Out();
  }

  /** One attempt; contended when the next one must be made on another epoch. */
  private Progress attempt(ConversationId id, Outbox.Waiting waiting) {
    Encrypted encrypted = waiting.message().encrypted();
    if (encrypted != null) {
      return post(id, waiting, encrypted);
    }
    if (!(desk.groups().held(id) instanceof Held.Ready(Group group, long cursor))) {
      return new Progress.Out();
    }
    return switch (group.send(
        Wire.mls(waiting.message().content()), Wire.header(waiting.message().id()))) {
      case Sending.Sealed(var message, Group next) -> {
        Bytes bytes = Wire.json(message);
        Encrypted made = new Encrypted(bytes, Wire.sha256(bytes));
        Outbox.Waiting sealed =
            new Outbox.Waiting(waiting.key(), waiting.message().encryptedAs(made));
        keep(id, sealed, group, next);
        yield post(id, sealed, made);
      }
      case Sending.CommitFirst first -> again(proposals.commit(id));
      case Sending.Closed closed -> new Progress.Out();
    };
  }

  private void keep(ConversationId id, Outbox.Waiting sealed, Group before, Group next) {
    try {
      Bytes state = Wire.sealable(next.serialized());
      desk.store()
          .change(
              transaction -> {
                Conversations.ratchet(transaction, id, state);
                Outbox.replace(transaction, sealed.key(), sealed.message());
              });
    } catch (RuntimeException notStored) {
      desk.groups().forget(id);
      throw notStored;
    }
    desk.groups().succeed(id, List.of(before), next);
  }

  private Progress post(ConversationId id, Outbox.Waiting waiting, Encrypted encrypted) {
    Priority priority = waiting.message().urgent() ? Priority.URGENT : Priority.ROUTINE;
    Outgoing outgoing =
        new Outgoing(encrypted.message(), priority, waiting.message().attachments());
    return switch (desk.conversations().send(id, outgoing)) {
      case Answer.Done<Sent>(Sent place) -> accepted(id, waiting, place);
      case Answer.Unreachable<Sent> unreachable -> new Progress.Unreachable();
      case Answer.Refused<Sent>(Problem problem) -> refused(id, waiting, problem);
    };
  }

  /** Next in the log: stored at once. Else what came before is fetched, and it with that. */
  private Progress accepted(ConversationId id, Outbox.Waiting waiting, Sent place) {
    if (!(desk.groups().held(id) instanceof Held.Ready(Group group, long cursor))
        || cursor + 1 != place.sequence()) {
      return keepUp.bring(id);
    }
    StoredMessage sent = follow.sent(place.sequence(), place.acceptedAt(), waiting);
    Bytes state = Wire.sealable(group.serialized());
    desk.store()
        .change(
            transaction -> {
              Conversations.advance(
                  transaction, new Advance(id, place.sequence(), state, List.of(sent)));
              Outbox.remove(transaction, waiting.key());
            });
    desk.acknowledgements().stored(id, place.sequence());
    desk.notices().add(new Notice.Arrived(id, Message.of(sent, desk.self())));
    return new Progress.UpToDate();
  }

  private Progress refused(ConversationId id, Outbox.Waiting waiting, Problem problem) {
    if (ChangeGroup.isPassing(problem)) {
      return new Progress.Unreachable();
    }
    if (problem.is(ProblemType.STALE_EPOCH) || problem.is(ProblemType.COMMIT_REQUIRED)) {
      desk.store()
          .change(
              transaction ->
                  Outbox.replace(transaction, waiting.key(), waiting.message().unencrypted()));
      return again(
          problem.is(ProblemType.COMMIT_REQUIRED) ? proposals.commit(id) : keepUp.bring(id));
    }
    if (problem.is(ProblemType.CONVERSATION_CLOSED)) {
      var _ = keepUp.look(id);
      return new Progress.Refused(problem);
    }
    desk.store().change(transaction -> Outbox.remove(transaction, waiting.key()));
    desk.notices().add(Notice.NotSent.of(id, waiting.message(), problem));
    return problem.status() == 404 ? new Progress.Out() : new Progress.Refused(problem);
  }

  private static Progress again(Progress healed) {
    return healed.isUpToDate() ? new Progress.Contended() : healed;
  }
}
