package fr.liaison.client.store;

import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.MessageId;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sealed into a spool and is on its way, until the message that refers to it is in
 * the log. The spool bears the message's name.
 *
 * @param id of the message that is to refer to it
 * @param attachment as the server named the upload, once it has
 * @param queued whether the message is in the outbox, or was
 */
public record StoredUpload(
    MessageId id,
    ConversationId conversation,
    Instant writtenAt,
    boolean urgent,
    Sealed sealed,
    Described described,
    @Nullable AttachmentId attachment,
    boolean queued) {
  private static final int PAGE = 200;

  /** What opens the spool; of the plaintext. */
  public record Sealed(Bytes key, long size, Bytes sha256) {}

  /** What the message says of the file. */
  public record Described(String name, String mediaType, @Nullable String caption) {}

  /** The server knows it by this name. */
  public StoredUpload named(AttachmentId name) {
    return new StoredUpload(id, conversation, writtenAt, urgent, sealed, described, name, false);
  }

  /** To be uploaded there from the beginning; the same bytes, since they are in the spool. */
  public StoredUpload again(ConversationId target) {
    return new StoredUpload(id, target, writtenAt, urgent, sealed, described, null, false);
  }

  /** In the transaction that puts the message into the outbox. */
  public StoredUpload asQueued() {
    return new StoredUpload(
        id, conversation, writtenAt, urgent, sealed, described, attachment, true);
  }

  public void save(StoreTransaction transaction) {
    transaction.put(Table.UPLOAD, id.toString(), StoredJson.write(this));
  }

  public static void drop(StoreTransaction transaction, MessageId id) {
    transaction.remove(Table.UPLOAD, id.toString());
  }

  public static Optional<StoredUpload> find(StoreReader reader, MessageId id) {
    return reader
        .get(Table.UPLOAD, id.toString())
        .map(bytes -> StoredJson.read(bytes, StoredUpload.class));
  }

  public static List<StoredUpload> all(StoreReader reader) {
    List<StoredUpload> all = new ArrayList<>();
    String after = "";
    while (true) {
      List<Row> rows = reader.list(Table.UPLOAD, "", after, PAGE);
      rows.forEach(row -> all.add(StoredJson.read(row.value(), StoredUpload.class)));
      if (rows.size() < PAGE) {
        return all;
      }
      after = rows.getLast().key();
    }
  }

  /** Holds a key. */
  @Override
  public String toString() {
    return "StoredUpload";
  }
}
