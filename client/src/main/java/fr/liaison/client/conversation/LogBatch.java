package fr.liaison.client.conversation;

import fr.liaison.client.api.Entry;
import fr.liaison.client.conversation.Groups.Held;
import fr.liaison.client.group.Followed;
import fr.liaison.client.group.StoredCommit;
import fr.liaison.client.group.Wire;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Advance;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreTransaction;
import fr.liaison.client.store.StoredMessage;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.group.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Entries taken in and not stored yet: the state after them and everything to be stored with it.
 */
final class LogBatch {
  private final ConversationId id;
  private final long from;
  private final List<Group> before = new ArrayList<>();
  private final List<StoredMessage> messages = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final List<Outbox.Waiting> waiting;
  private Optional<StoredCommit> pending;
  private Group group;
  private long cursor;
  private boolean newEpoch;
  private boolean left;

  private LogBatch(
      ConversationId id,
      Held.Ready start,
      Optional<StoredCommit> pending,
      List<Outbox.Waiting> waiting) {
    this.id = id;
    this.from = start.cursor();
    this.cursor = start.cursor();
    this.group = start.group();
    this.pending = pending;
    this.waiting = new ArrayList<>(waiting);
  }

  static LogBatch begin(Store store, ConversationId id, Held.Ready start) {
    return store.read(
        reader ->
            new LogBatch(id, start, StoredCommit.find(reader, id), Outbox.waiting(reader, id)));
  }

  Group group() {
    return group;
  }

  long cursor() {
    return cursor;
  }

  Optional<StoredCommit> pending() {
    return pending;
  }

  List<Outbox.Waiting> waiting() {
    return waiting;
  }

  void advance(Entry entry, Followed.Advanced advanced) {
    if (advanced.next() != group) {
      before.add(group);
      group = advanced.next();
    }
    advanced.message().ifPresent(messages::add);
    advanced.sent().ifPresent(this::sent);
    if (advanced.commit()) {
      pending = Optional.empty();
      newEpoch = true;
    }
    cursor = entry.sequence();
  }

  private void sent(String key) {
    sent.add(key);
    waiting.removeIf(one -> one.key().equals(key));
  }

  void leaveAt(long sequence) {
    cursor = sequence;
    left = true;
  }

  /** One transaction; then the acknowledgement, the news, and the end of the old keys. */
  void store(Desk desk) {
    if (cursor == from) {
      desk.acknowledgements().stored(id, cursor);
      return;
    }
    try {
      Bytes state = Wire.sealable(group.serialized());
      desk.store().change(transaction -> write(transaction, state));
    } catch (RuntimeException notStored) {
      desk.groups().forget(id);
      throw notStored;
    }
    desk.acknowledgements().stored(id, cursor);
    messages.forEach(
        one -> desk.notices().add(new Notice.Arrived(id, Message.of(one, desk.self()))));
    if (left) {
      desk.groups().forget(id);
      desk.notices().add(new Notice.Left(id));
    } else {
      desk.groups().succeed(id, before, group);
      if (newEpoch) {
        desk.notices().add(new Notice.Changed(id, group.epoch()));
      }
    }
  }

  private void write(StoreTransaction transaction, Bytes state) {
    Conversations.advance(transaction, new Advance(id, cursor, state, messages));
    sent.forEach(key -> Outbox.remove(transaction, key));
    if (newEpoch || left) {
      StoredCommit.drop(transaction, id);
    }
    if (left) {
      Conversations.leave(transaction, id, cursor);
    }
  }
}
