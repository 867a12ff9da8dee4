package fr.liaison.client.conversation;

import fr.liaison.client.api.ConversationApi.Committed;
import fr.liaison.client.api.ConversationApi.GroupInfo;
import fr.liaison.client.group.Followed;
import fr.liaison.client.group.MakeCommit;
import fr.liaison.client.group.StoredCommit;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Advance;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.Outbox;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Enters a group by external commit: a new device of somebody who takes part, or this one again
 * after its state was lost. The commit is stored before it is sent, and until it is accepted
 * nothing is encrypted, so a state that may have been used before is never used again.
 */
final class Rejoin {
  private static final int ATTEMPTS = 8;

  private final Desk desk;
  private final MakeCommit make;
  private final ReadMissed readMissed;

  Rejoin(Desk desk) {
    this.desk = desk;
    this.make = new MakeCommit(desk.device());
    this.readMissed = new ReadMissed(desk);
  }

  Progress join(ConversationId id, Followed.Reason reason) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Answer<GroupInfo> answer = desk.conversations().groupInfo(id);
      if (!(answer instanceof Answer.Done<GroupInfo>(GroupInfo info))) {
        return Progress.failure(answer).orElseThrow();
      }
      Optional<StoredCommit> made = make.join(Wire.groupId(id), info.groupInfo());
      if (made.isEmpty()) {
        return new Progress.Refused(Problem.named(422, "group-info-unusable"));
      }
      desk.store().change(transaction -> made.get().save(transaction, id));
      Progress sent = send(id, made.get(), reason);
      if (!(sent instanceof Progress.Contended)) {
        return sent;
      }
    }
    return new Progress.Contended();
  }

  /** Sends a stored join; contended when another commit took its epoch. */
  Progress send(ConversationId id, StoredCommit made, Followed.Reason reason) {
    return switch (desk.conversations().join(id, made.bundle())) {
      case Answer.Done<Committed>(Committed place) -> enter(id, made, place.sequence(), reason);
      case Answer.Unreachable<Committed> unreachable -> new Progress.Unreachable();
      case Answer.Refused<Committed>(Problem problem) -> {
        if (problem.status() >= 500) {
          yield new Progress.Unreachable();
        }
        desk.store().change(transaction -> StoredCommit.drop(transaction, id));
        yield problem.is(ProblemType.STALE_EPOCH)
            ? new Progress.Contended()
            : Progress.failure(new Answer.Refused<>(problem)).orElseThrow();
      }
    };
  }

  /**
   * The group is over and its state of no more use: what its log still holds shows as gaps, and
   * what of ours is in it is not sent again.
   */
  Progress conclude(ConversationId id, long last) {
    Row row =
        desk.store()
            .read(
                reader ->
                    new Row(
                        Conversations.groupState(reader, id), Conversations.cursor(reader, id)));
    if (row.state().isEmpty() || row.cursor().isEmpty()) {
      return new Progress.Out();
    }
    Answer<ReadMissed.Missed> read = readMissed.between(id, row.cursor().getAsLong(), last + 1);
    if (!(read instanceof Answer.Done<ReadMissed.Missed>(ReadMissed.Missed missed))) {
      return Progress.failure(read).orElseThrow();
    }
    desk.store()
        .change(
            transaction -> {
              Conversations.enter(
                  transaction, new Advance(id, last, row.state().get(), missed.messages()));
              missed.sent().forEach(key -> Outbox.remove(transaction, key));
              StoredCommit.drop(transaction, id);
            });
    desk.acknowledgements().stored(id, last);
    tell(id, missed);
    return new Progress.UpToDate();
  }

  private record Row(Optional<Bytes> state, OptionalLong cursor) {}

  private void tell(ConversationId id, ReadMissed.Missed missed) {
    List.copyOf(missed.messages())
        .forEach(one -> desk.notices().add(new Notice.Arrived(id, Message.of(one, desk.self()))));
  }

  private Progress enter(
      ConversationId id, StoredCommit made, long sequence, Followed.Reason reason) {
    OptionalLong cursor = desk.store().read(reader -> Conversations.cursor(reader, id));
    Answer<ReadMissed.Missed> read = readMissed.between(id, cursor.orElse(sequence), sequence);
    if (!(read instanceof Answer.Done<ReadMissed.Missed>(ReadMissed.Missed missed))) {
      return Progress.failure(read).orElseThrow();
    }
    desk.groups().forget(id);
    desk.store()
        .change(
            transaction -> {
              Conversations.enter(
                  transaction, new Advance(id, sequence, made.next(), missed.messages()));
              missed.sent().forEach(key -> Outbox.remove(transaction, key));
              StoredCommit.drop(transaction, id);
            });
    desk.acknowledgements().stored(id, sequence);
    desk.notices()
        .add(
            reason == Followed.Reason.NEW_DEVICE
                ? new Notice.Joined(id)
                : new Notice.Rejoined(id, reason));
    tell(id, missed);
    return new Progress.UpToDate();
  }
}
