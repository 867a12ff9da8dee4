package fr.liaison.client.conversation;

import fr.liaison.client.api.Entry;
import fr.liaison.client.api.LogPage;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.StoredMessage;
import fr.liaison.client.store.StoredMessage.Gap;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PrivateMessage;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened in a log while this device had lost the group: gaps for what it will never read. A
 * message that waits in the outbox and is in the log already, by the id in its clear header, was
 * sent before the store was copied back; it is not sent twice.
 */
final class ReadMissed {
  private static final int PAGE = 500;

  /** How the log names the server itself. */
  private static final DeviceId NOBODY = new DeviceId(new UUID(0, 0));

  private final Desk desk;

  ReadMissed(Desk desk) {
    this.desk = desk;
  }

  /**
   * What was found.
   *
   * @param sent outbox rows that are in the log
   */
  record Missed(List<StoredMessage> messages, List<String> sent) {}

  /** Entries after {@code after} and before {@code end}. */
  Answer<Missed> between(ConversationId id, long after, long end) {
    List<Outbox.Waiting> waiting = desk.store().read(reader -> Outbox.waiting(reader, id));
    Missed missed = new Missed(new ArrayList<>(), new ArrayList<>());
    long at = after;
    while (at < end - 1) {
      Answer<LogPage> answer = desk.conversations().log(id, at, PAGE);
      if (answer instanceof Answer.Refused<LogPage>(Problem problem)
          && problem.is(ProblemType.RESYNC_REQUIRED)) {
        missed.messages().add(cut(at + 1, problem));
        break;
      }
      if (!(answer instanceof Answer.Done<LogPage>(LogPage page))) {
        return answer.map(none -> missed);
      }
      for (Entry entry : page.entries()) {
        if (entry.sequence() < end && entry.kind() == Entry.EntryKind.MESSAGE) {
          add(missed, entry, waiting);
        }
        at = Math.max(at, entry.sequence());
      }
      if (page.caughtUp() || page.entries().isEmpty()) {
        break;
      }
    }
    return new Answer.Done<>(missed);
  }

  /** What is kept by nobody any more is one gap, from where it begins. */
  private static StoredMessage cut(long sequence, Problem problem) {
    return StoredMessage.missing(sequence, NOBODY, since(problem), Gap.MISSED);
  }

  private static Instant since(Problem problem) {
    try {
      return Instant.parse(problem.members().path("since").asText(""));
    } catch (DateTimeParseException unsaid) {
      return Instant.EPOCH;
    }
  }

  private void add(Missed missed, Entry entry, List<Outbox.Waiting> waiting) {
    Optional<Outbox.Waiting> own =
        entry.senderDeviceId().equals(desk.self())
            ? header(entry).flatMap(header -> named(waiting, header))
            : Optional.empty();
    if (own.isPresent()) {
      missed.sent().add(own.get().key());
      missed
          .messages()
          .add(
              new StoredMessage(
                  entry.sequence(),
                  desk.self(),
                  entry.acceptedAt(),
                  own.get().message().content(),
                  null,
                  null));
    } else {
      missed
          .messages()
          .add(
              StoredMessage.missing(
                  entry.sequence(), entry.senderDeviceId(), entry.acceptedAt(), Gap.MISSED));
    }
  }

  private static Optional<Outbox.Waiting> named(List<Outbox.Waiting> waiting, Bytes header) {
    return waiting.stream()
        .filter(one -> Wire.header(one.message().id()).equals(header))
        .findFirst();
  }

  private static Optional<Bytes> header(Entry entry) {
    try {
      return MlsMessage.parse(Wire.mls(entry.payload()))
              instanceof MlsMessage.Private(PrivateMessage message)
          ? Optional.of(message.authenticatedData())
          : Optional.empty();
    } catch (Malformed unreadable) {
      return Optional.empty();
    }
  }
}
