package fr.liaison.client.store;

import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.json.Bytes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Messages that the log has not shown yet, in the order they were written. */
public final class Outbox {
  private static final int MOST = 10_000;

  private Outbox() {}

  /** A message and the key of its row. */
  public record Waiting(String key, OutboxMessage message) {}

  public static Waiting add(
      StoreTransaction transaction, ConversationId conversation, OutboxMessage message) {
    List<Waiting> waiting = waiting(transaction, conversation);
    long order = waiting.isEmpty() ? 0 : orderOf(waiting.getLast().key()) + 1;
    String key = String.format(Locale.ROOT, "%s/%016d", conversation, order);
    transaction.put(Table.OUTBOX, key, StoredJson.write(message));
    return new Waiting(key, message);
  }

  public static void replace(StoreTransaction transaction, String key, OutboxMessage message) {
    transaction.put(Table.OUTBOX, key, StoredJson.write(message));
  }

  public static void remove(StoreTransaction transaction, String key) {
    transaction.remove(Table.OUTBOX, key);
  }

  public static List<Waiting> waiting(StoreReader reader, ConversationId conversation) {
    return reader.list(Table.OUTBOX, conversation + "/", "", MOST).stream()
        .map(row -> new Waiting(row.key(), StoredJson.read(row.value(), OutboxMessage.class)))
        .toList();
  }

  /** Digests of everything encrypted and possibly sent. */
  public static Set<Bytes> digests(StoreReader reader, ConversationId conversation) {
    Set<Bytes> digests = new HashSet<>();
    for (Waiting waiting : waiting(reader, conversation)) {
      OutboxMessage.Encrypted encrypted = waiting.message().encrypted();
      if (encrypted != null) {
        digests.add(encrypted.sha256());
      }
    }
    return digests;
  }

  private static long orderOf(String key) {
    return Long.parseLong(key.substring(key.lastIndexOf('/') + 1));
  }
}
