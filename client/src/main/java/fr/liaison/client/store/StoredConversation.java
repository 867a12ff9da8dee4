package fr.liaison.client.store;

import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.PractitionerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation besides its messages.
 *
 * @param direct of two persons, else a group
 * @param members the people in it, as the server last said
 * @param active whether this device is in it
 * @param admins who may bring in and put out others
 * @param closed it takes nothing new
 * @param succeeds the conversation this one took the place of
 * @param succeededBy the one that took its place
 */
public record StoredConversation(
    ConversationId id,
    boolean direct,
    Instant createdAt,
    List<PractitionerId> members,
    boolean active,
    List<PractitionerId> admins,
    boolean closed,
    @Nullable ConversationId succeeds,
    @Nullable ConversationId succeededBy) {
  private static final int PAGE = 200;

  public StoredConversation {
    members = List.copyOf(members);
    // Files written before this was known have none.
    admins = List.copyOf(Objects.requireNonNullElse(admins, List.of()));
  }

  /** As it is made here, before the server has said anything about it. */
  public static StoredConversation begun(
      ConversationId id, boolean direct, PractitionerId self, @Nullable ConversationId succeeds) {
    return new StoredConversation(
        id, direct, Instant.EPOCH, List.of(self), false, List.of(), false, succeeds, null);
  }

  public StoredConversation left() {
    return new StoredConversation(
        id, direct, createdAt, members, false, admins, closed, succeeds, succeededBy);
  }

  public void save(StoreTransaction transaction) {
    transaction.put(Table.CONVERSATION, id.toString(), StoredJson.write(this));
  }

  public static Optional<StoredConversation> find(StoreReader reader, ConversationId id) {
    return reader
        .get(Table.CONVERSATION, id.toString())
        .map(bytes -> StoredJson.read(bytes, StoredConversation.class));
  }

  public static List<StoredConversation> all(StoreReader reader) {
    List<StoredConversation> all = new ArrayList<>();
    String after = "";
    while (true) {
      List<Row> rows = reader.list(Table.CONVERSATION, "", after, PAGE);
      rows.forEach(row -> all.add(StoredJson.read(row.value(), StoredConversation.class)));
      if (rows.size() < PAGE) {
        return all;
      }
      after = rows.getLast().key();
    }
  }
}
