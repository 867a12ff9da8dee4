package fr.liaison.conversation.log;

import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.UUID;

/** An entry as clients see it, over HTTP and in the stream. */
public record EntryView(
    UUID conversationId,
    long sequence,
    EntryKind kind,
    long epoch,
    UUID senderDeviceId,
    Instant acceptedAt,
    Priority priority,
    Bytes payload,
    Bytes sha256) {
  public static EntryView of(LogEntry entry) {
    return new EntryView(
        entry.conversation().value(),
        entry.sequence(),
        entry.kind(),
        entry.epoch(),
        entry.sender().value(),
        entry.acceptedAt(),
        entry.priority(),
        entry.payload(),
        entry.sha256());
  }
}
