package fr.liaison.attachment.download;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.ConversationId;
import fr.liaison.attachment.DeviceId;
import fr.liaison.attachment.member.Rosters;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a device may have an attachment now: it is complete, and the device is in the
 * conversation's roster at this moment. Anything else looks as if it did not exist, and is recorded
 * when it does. Fails closed: without an answer from the database there is no attachment.
 */
@ApplicationScoped
class FindBlob {
  private final Database database;
  private final Rosters rosters;
  private final AuditTrail audit;

  FindBlob(Database database, Rosters rosters, AuditTrail audit) {
    this.database = database;
    this.rosters = rosters;
    this.audit = audit;
  }

  /** What the device was told. */
  sealed interface Answer {
    record Found(Blob blob) implements Answer {}

    record Absent() implements Answer {}

    record Gone() implements Answer {}
  }

  /** Looks without leaving a trace, except for a refusal. */
  Answer look(DeviceId device, AttachmentId id, Act act) {
    return database.inTransaction(transaction -> decide(transaction, device, id, act, false));
  }

  /** Looks, and records that the bytes are handed out, in one transaction: no record, no bytes. */
  Answer take(DeviceId device, AttachmentId id, Act act) {
    return database.inTransaction(transaction -> decide(transaction, device, id, act, true));
  }

  private Answer decide(
      Transaction transaction, DeviceId device, AttachmentId id, Act act, boolean handedOut) {
    Optional<Stored> found =
        transaction.first(
            Stored::of,
            """
            select conversation_id, length, sha256, state from attachment
            where id = $1 and state <> 'receiving'
            """,
            id.value());
    if (found.isEmpty()) {
      return new Answer.Absent();
    }
    Stored stored = found.get();
    Act within = act.in(stored.conversation().value());
    if (!rosters.contains(transaction, stored.conversation(), device)) {
      audit.record(transaction, within.refused());
      return new Answer.Absent();
    }
    if (!stored.complete()) {
      return new Answer.Gone();
    }
    if (handedOut) {
      audit.record(transaction, within);
    }
    return new Answer.Found(new Blob(id, stored.conversation(), stored.length(), stored.sha256()));
  }

  private record Stored(
      ConversationId conversation, long length, @Nullable Bytes hash, boolean complete) {
    Bytes sha256() {
      return Objects.requireNonNull(hash, "a complete attachment has its hash");
    }

    static Stored of(Row row) {
      Buffer hash = row.getBuffer("sha256");
      return new Stored(
          new ConversationId(row.getUUID("conversation_id")),
          row.getLong("length"),
          hash == null ? null : Bytes.of(hash.getBytes()),
          "complete".equals(row.getString("state")));
    }
  }
}
