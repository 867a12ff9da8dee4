package fr.liaison.client.conversation;

import fr.liaison.client.group.GroupDevice;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.Store;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.group.Group;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The groups in memory: each is the one that is stored, and nothing else is ever used. */
final class Groups {
  private final Store store;
  private final GroupDevice device;
  private final Map<ConversationId, Group> loaded = new HashMap<>();

  Groups(Store store, GroupDevice device) {
    this.store = store;
    this.device = device;
  }

  /** What the store has of a conversation. */
  sealed interface Held {
    record Ready(Group group, long cursor) implements Held {}

    /** There are bytes, and they are no state. */
    record Damaged(long cursor) implements Held {}

    /** Never joined, or left. */
    record None() implements Held {}
  }

  private record Row(Optional<Bytes> state, OptionalLong cursor) {}

  Held held(ConversationId id) {
    Row row =
        store.read(
            reader ->
                new Row(Conversations.groupState(reader, id), Conversations.cursor(reader, id)));
    if (row.state().isEmpty() || row.cursor().isEmpty()) {
      return new Held.None();
    }
    long cursor = row.cursor().getAsLong();
    Optional<Group> group =
        Optional.ofNullable(loaded.get(id)).or(() -> device.restore(row.state().get()));
    group.ifPresent(one -> loaded.put(id, one));
    return group.isPresent() ? new Held.Ready(group.get(), cursor) : new Held.Damaged(cursor);
  }

  /** The successor is stored: what its forerunners had alone is wiped. */
  void succeed(ConversationId id, List<Group> before, Group next) {
    before.stream().filter(old -> old != next).forEach(old -> old.retire(next));
    loaded.put(id, next);
  }

  /** The store says otherwise now: whatever was in memory is over. */
  void forget(ConversationId id) {
    Group old = loaded.remove(id);
    if (old != null) {
      old.wipe();
    }
  }
}
