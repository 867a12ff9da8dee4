package fr.liaison.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.MessageId;
import fr.liaison.contracts.json.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsTest {
  private final ConversationId id = new ConversationId(UUID.randomUUID());
  private final Bytes state = Bytes.of(new byte[] {1, 2});
  private Store store;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    store = ((StoreOpening.Opened) new StateFolder(folder.resolve("s")).open()).store();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void stateCursorAndMessagesAdvanceTogether() {
    store.change(
        transaction ->
            Conversations.advance(
                transaction, new Advance(id, 7, state, List.of(message(5), message(7)))));

    assertThat(store.<Long>read(reader -> Conversations.cursor(reader, id).orElseThrow()))
        .isEqualTo(7);
    assertThat(store.<Object>read(reader -> Conversations.groupState(reader, id).orElseThrow()))
        .isEqualTo(state);
    assertThat(store.<List<?>>read(reader -> Conversations.messages(reader, id, 5, 10)))
        .isEqualTo(List.of(message(7)));
  }

  @Test
  void anEntryIsNeverTakenTwice() {
    Advance advance = new Advance(id, 7, state, List.of());
    store.change(transaction -> Conversations.advance(transaction, advance));

    assertThatThrownBy(
            () -> store.change(transaction -> Conversations.advance(transaction, advance)))
        .hasMessage("a cursor only moves forward");
  }

  @Test
  void waitingMessagesKeepTheirOrderAndAreKnownByTheirDigest() {
    Bytes digest = Bytes.of(new byte[] {9});
    List<MessageId> ids = List.of(newId(), newId(), newId());
    ids.forEach(one -> store.change(transaction -> add(transaction, one)));
    Outbox.Waiting first = waiting().getFirst();
    store.change(
        transaction ->
            Outbox.replace(
                transaction,
                first.key(),
                first.message().encryptedAs(new OutboxMessage.Encrypted(state, digest))));

    assertThat(waiting()).extracting(one -> one.message().id()).isEqualTo(ids);
    assertThat(store.<Object>read(reader -> Outbox.digests(reader, id)))
        .isEqualTo(java.util.Set.of(digest));
    store.change(transaction -> Outbox.remove(transaction, first.key()));
    assertThat(waiting()).hasSize(2);
  }

  @Test
  void aSpentKeyPackageIsGone() {
    Bytes reference = Bytes.of(new byte[] {0x0a, (byte) 0xff});
    store.change(transaction -> KeyPackages.put(transaction, reference, state));
    assertThat(store.<Object>read(reader -> KeyPackages.find(reader, reference).orElseThrow()))
        .isEqualTo(state);

    store.change(transaction -> KeyPackages.spend(transaction, reference));

    assertThat(store.<Boolean>read(reader -> KeyPackages.find(reader, reference).isEmpty()))
        .isTrue();
  }

  private void add(StoreTransaction transaction, MessageId one) {
    Outbox.Waiting added =
        Outbox.add(
            transaction, id, new OutboxMessage(one, Instant.EPOCH, false, List.of(), state, null));
    assertThat(added.message().id()).isEqualTo(one);
  }

  private List<Outbox.Waiting> waiting() {
    return store.read(reader -> Outbox.waiting(reader, id));
  }

  private static MessageId newId() {
    return new MessageId(UUID.randomUUID());
  }

  private static StoredMessage message(long sequence) {
    return new StoredMessage(
        sequence,
        DeviceId.parse("01938d2e-0000-7000-8000-0000000000a1"),
        Instant.EPOCH,
        Bytes.of(new byte[] {3}),
        null,
        null);
  }
}
