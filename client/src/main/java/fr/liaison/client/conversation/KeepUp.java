package fr.liaison.client.conversation;

import fr.liaison.client.api.Conversation;
import fr.liaison.client.api.Entry;
import fr.liaison.client.api.Kind;
import fr.liaison.client.api.Receipt;
import fr.liaison.client.conversation.Groups.Held;
import fr.liaison.client.group.Followed;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.Freshness;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.StoredConversation;
import fr.liaison.contracts.problem.ProblemType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Brings a conversation up to date, joining again where its state is no use. After the first time
 * since the program started it is known that the store is no older copy; before, nothing may be
 * encrypted.
 */
final class KeepUp {
  private final Desk desk;
  private final FollowLog log;
  private final Rejoin rejoin;
  private final Set<ConversationId> fresh = new HashSet<>();

  KeepUp(Desk desk, FollowLog log, Rejoin rejoin) {
    this.desk = desk;
    this.log = log;
    this.rejoin = rejoin;
  }

  /** Everything the server has, and a state that may encrypt. */
  Progress bring(ConversationId id) {
    if (fresh.contains(id)) {
      return follow(id);
    }
    Answer<Conversation> answer = desk.conversations().conversation(id);
    return answer instanceof Answer.Done<Conversation>(Conversation conversation)
        ? bring(conversation)
        : Progress.failure(answer).orElseThrow();
  }

  /** Reads again how things stand, without touching the group. */
  Progress look(ConversationId id) {
    Answer<Conversation> answer = desk.conversations().conversation(id);
    if (!(answer instanceof Answer.Done<Conversation>(Conversation conversation))) {
      return Progress.failure(answer).orElseThrow();
    }
    remember(conversation);
    return new Progress.UpToDate();
  }

  /** The same, when the server just said how things stand. */
  Progress bring(Conversation conversation) {
    ConversationId id = conversation.id();
    remember(conversation);
    Progress progress =
        fresh.contains(id) || !isOlderCopy(conversation)
            ? follow(id)
            : rejoined(id, Followed.Reason.OLDER_COPY);
    if (progress.isUpToDate()) {
      fresh.add(id);
    }
    return progress;
  }

  /** A device of ours that is not in yet. */
  Progress enter(ConversationId id) {
    Progress progress = rejoined(id, Followed.Reason.NEW_DEVICE);
    if (progress.isUpToDate()
        && desk.conversations().conversation(id)
            instanceof Answer.Done<Conversation>(Conversation conversation)) {
      remember(conversation);
    }
    return progress;
  }

  /** Just joined by invitation, or made here. */
  void begin(ConversationId id) {
    fresh.add(id);
  }

  boolean isFresh(ConversationId id) {
    return fresh.contains(id);
  }

  /** An entry of the stream; a gap before it is filled first. */
  Progress take(Entry entry) {
    ConversationId id = entry.conversationId();
    if (!fresh.contains(id)) {
      return desk.groups().held(id) instanceof Held.None ? new Progress.Out() : bring(id);
    }
    return switch (log.take(id, List.of(entry))) {
      case Progress.Missing missing -> follow(id);
      case Progress.Lost(Followed.Reason reason) -> rejoined(id, reason);
      case Progress other -> other;
    };
  }

  private Progress follow(ConversationId id) {
    Progress progress =
        desk.groups().held(id) instanceof Held.None
            ? new Progress.Lost(Followed.Reason.STATE_MISSING)
            : log.pull(id);
    return progress instanceof Progress.Lost(Followed.Reason reason)
        ? rejoined(id, reason)
        : progress;
  }

  /** The server keeps no more what this device missed. */
  Progress resync(ConversationId id) {
    return desk.groups().held(id) instanceof Held.None
        ? new Progress.Out()
        : rejoined(id, Followed.Reason.RESYNC_REQUIRED);
  }

  private Progress rejoined(ConversationId id, Followed.Reason reason) {
    fresh.remove(id);
    Progress progress =
        reason == Followed.Reason.CLOSED || isClosed(id) ? concluded(id) : rejoin.join(id, reason);
    if (progress instanceof Progress.Refused(Problem problem)
        && problem.is(ProblemType.CONVERSATION_CLOSED)) {
      progress = concluded(id);
    }
    if (progress.isUpToDate() && isClosed(id)) {
      fresh.add(id);
      return progress;
    }
    if (progress.isUpToDate()) {
      fresh.add(id);
      return log.pull(id);
    }
    return progress;
  }

  /** Nobody can join what is closed: the rest of its log is taken as it is. */
  private Progress concluded(ConversationId id) {
    Answer<Conversation> answer = desk.conversations().conversation(id);
    if (!(answer instanceof Answer.Done<Conversation>(Conversation conversation))) {
      return Progress.failure(answer).orElseThrow();
    }
    remember(conversation);
    return isClosed(id)
        ? rejoin.conclude(id, conversation.lastSequence())
        : new Progress.Contended();
  }

  boolean isClosed(ConversationId id) {
    return desk.store()
        .read(reader -> StoredConversation.find(reader, id))
        .filter(StoredConversation::closed)
        .isPresent();
  }

  private boolean isOlderCopy(Conversation conversation) {
    ConversationId id = conversation.id();
    long acknowledged =
        conversation.receipts().stream()
            .filter(receipt -> receipt.deviceId().equals(desk.self()))
            .mapToLong(Receipt::deliveredUpTo)
            .max()
            .orElse(0);
    return desk.store()
        .read(
            reader -> {
              OptionalLong cursor = Conversations.cursor(reader, id);
              return cursor.isPresent()
                  && Freshness.of(
                          new Freshness.Local(cursor.getAsLong(), Outbox.digests(reader, id)),
                          acknowledged,
                          List.of())
                      instanceof Freshness.Stale;
            });
  }

  void remember(Conversation conversation) {
    StoredConversation known =
        new StoredConversation(
            conversation.id(),
            conversation.kind() == Kind.DIRECT,
            conversation.createdAt(),
            conversation.members().stream()
                .map(Conversation.Member::practitionerId)
                .distinct()
                .toList(),
            true,
            conversation.admins(),
            conversation.state() != Conversation.State.OPEN,
            conversation.succeeds(),
            conversation.succeededBy());
    Optional<StoredConversation> before =
        desk.store().read(reader -> StoredConversation.find(reader, known.id()));
    desk.store().change(known::save);
    ConversationId successor = known.succeededBy();
    if (successor != null && before.isPresent() && before.get().succeededBy() == null) {
      desk.notices().add(new Notice.Succeeded(known.id(), successor));
    }
  }
}
