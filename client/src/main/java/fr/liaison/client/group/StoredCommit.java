package fr.liaison.client.group;

import fr.liaison.client.api.CommitBundle;
import fr.liaison.client.api.Kind;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.StoreReader;
import fr.liaison.client.store.StoreTransaction;
import fr.liaison.client.store.StoredJson;
import fr.liaison.client.store.Table;
import fr.liaison.contracts.json.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An own commit whose fate is open, stored before it is sent: the same bytes can be sent again, and
 * the log is recognised when it shows them. Kept under {@link Table#PENDING_COMMIT}.
 *
 * @param sha256 of the commit
 * @param next the state of the epoch it opens
 * @param opening what creates the conversation, for the commit that comes with it
 * @param external whether it is a join from outside
 */
public record StoredCommit(
    CommitBundle bundle, Bytes sha256, Bytes next, @Nullable Opening opening, boolean external) {

  /** A conversation to be made, in place of another one where it succeeds one. */
  public record Opening(Kind kind, Bytes groupInfo, @Nullable ConversationId succeeds) {}

  public static StoredCommit of(CommitBundle bundle, Bytes next) {
    return new StoredCommit(bundle, Wire.sha256(bundle.commit()), next, null, false);
  }

  public StoredCommit opening(Opening made) {
    return new StoredCommit(bundle, sha256, next, made, external);
  }

  public StoredCommit fromOutside() {
    return new StoredCommit(bundle, sha256, next, opening, true);
  }

  public static Optional<StoredCommit> find(StoreReader reader, ConversationId id) {
    return reader
        .get(Table.PENDING_COMMIT, id.toString())
        .map(bytes -> StoredJson.read(bytes, StoredCommit.class));
  }

  public void save(StoreTransaction transaction, ConversationId id) {
    transaction.put(Table.PENDING_COMMIT, id.toString(), StoredJson.write(this));
  }

  public static void drop(StoreTransaction transaction, ConversationId id) {
    transaction.remove(Table.PENDING_COMMIT, id.toString());
  }

  /** Holds keys. */
  @Override
  public String toString() {
    return "StoredCommit";
  }
}
