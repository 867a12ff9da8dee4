package fr.liaison.client.store;

import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.json.Bytes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What is kept of conversations, so that state, plaintext and cursor never part. */
public final class Conversations {
  private Conversations() {}

  /**
   * Takes an advance into the transaction. A cursor that does not grow is refused: the same entry
   * would be decrypted twice.
   */
  public static void advance(StoreTransaction transaction, Advance advance) {
    ConversationId id = advance.conversation();
    OptionalLong before = cursor(transaction, id);
    if (before.isPresent() && advance.cursor() <= before.getAsLong()) {
      throw new IllegalArgumentException("a cursor only moves forward");
    }
    transaction.put(Table.GROUP_STATE, id.toString(), advance.groupState());
    transaction.put(Table.CURSOR, id.toString(), number(advance.cursor()));
    for (StoredMessage message : advance.messages()) {
      transaction.put(Table.MESSAGE, key(id, message.sequence()), StoredJson.write(message));
    }
  }

  /**
   * Begins at its cursor with its state, whatever was there before: the group was joined. Its
   * messages are those that the state will never open, as gaps.
   */
  public static void enter(StoreTransaction transaction, Advance advance) {
    transaction.remove(Table.CURSOR, advance.conversation().toString());
    advance(transaction, advance);
  }

  /** The log went on to {@code cursor} without us: what was read stays, the keys go. */
  public static void leave(StoreTransaction transaction, ConversationId id, long cursor) {
    transaction.remove(Table.GROUP_STATE, id.toString());
    transaction.put(Table.CURSOR, id.toString(), number(cursor));
    StoredConversation.find(transaction, id).ifPresent(known -> known.left().save(transaction));
  }

  /** A state that moved without the log, as by encrypting. */
  public static void ratchet(StoreTransaction transaction, ConversationId id, Bytes groupState) {
    transaction.put(Table.GROUP_STATE, id.toString(), groupState);
  }

  public static Optional<Bytes> groupState(StoreReader reader, ConversationId id) {
    return reader.get(Table.GROUP_STATE, id.toString());
  }

  /** The last entry that went into the state; empty for a conversation not joined. */
  public static OptionalLong cursor(StoreReader reader, ConversationId id) {
    return reader
        .get(Table.CURSOR, id.toString())
        .map(bytes -> OptionalLong.of(ByteBuffer.wrap(bytes.toArray()).getLong()))
        .orElse(OptionalLong.empty());
  }

  /** Messages in sequence, those after {@code after}. */
  public static List<StoredMessage> messages(
      StoreReader reader, ConversationId id, long after, int limit) {
    return reader.list(Table.MESSAGE, id + "/", key(id, after), limit).stream()
        .map(row -> StoredJson.read(row.value(), StoredMessage.class))
        .toList();
  }

  private static String key(ConversationId id, long sequence) {
    return String.format(Locale.ROOT, "%s/%016d", id, sequence);
  }

  private static Bytes number(long value) {
    return Bytes.of(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }
}
