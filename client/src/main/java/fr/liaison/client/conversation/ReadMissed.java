package fr.liaison.client.conversation;

import fr.liaison.client.api.Entry;
import fr.liaison.client.api.LogPage;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.StoredMessage;
import fr.liaison.client.store.StoredMessage.Gap;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PrivateMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a log while this device had lost the group: gaps for what it will never read. A
 * message that waits in the outbox and is in the log already, by the id in its clear header, was
 * sent before the store was copied back; it is not sent twice.
 */
final class ReadMissed {
  private static final int PAGE = 500;

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
