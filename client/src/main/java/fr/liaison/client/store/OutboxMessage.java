package fr.liaison.client.store;

import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.MessageId;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way. Once encrypted it keeps the same bytes at every attempt, so that the server
 * recognises a repetition and its echo in the log is recognised here.
 */
public record OutboxMessage(
    MessageId id,
    Instant writtenAt,
    boolean urgent,
    List<AttachmentId> attachments,
    Bytes content,
    @Nullable Encrypted encrypted) {

  /** What is sent, and its digest as the log shows it. */
  public record Encrypted(Bytes message, Bytes sha256) {}

  public OutboxMessage encryptedAs(Encrypted sent) {
    return new OutboxMessage(id, writtenAt, urgent, attachments, content, sent);
  }

  /** Those bytes will never be accepted: to be encrypted anew. */
  public OutboxMessage unencrypted() {
    return new OutboxMessage(id, writtenAt, urgent, attachments, content, null);
  }
}
