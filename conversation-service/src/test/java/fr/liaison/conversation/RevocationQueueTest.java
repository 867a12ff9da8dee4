package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.conversation.removal.RemoveRevoked;
import fr.liaison.conversation.removal.WorkOffRemovals;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.ReceivedEvent;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.test.LeakCheck;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A revocation blocks at once, everywhere; the proposals follow, each by itself. */
@QuarkusTest
class RevocationQueueTest extends ServiceScene {
  private static final Duration SOON = Duration.ofSeconds(60);

  @RegisterExtension final LeakCheck leaks = new LeakCheck();
  @Inject Outbox outbox;
  @Inject RemoveRevoked removeRevoked;
  @Inject WorkOffRemovals worker;
  @Inject MeterRegistry metrics;
  private Device alice;
  private Device carol;

  @BeforeEach
  void aDeviceThatWillGo() {
    alice = enrol();
    carol = enrol();
  }

  private List<UUID> rooms(int count) {
    return IntStream.range(0, count).mapToObj(i -> group(alice, carol)).toList();
  }

  private void revoke(Transaction tx) {
    var event = new DeviceRevoked(carol.id(), carol.practitioner(), "lost");
    removeRevoked.handle(
        tx, List.of(new ReceivedEvent(UUID.randomUUID(), "directory", Instant.now(), event, null)));
  }

  /** Asks the device out while no instance finds anything to do yet. */
  private void revokeWithoutWorkers() {
    database.run(
        tx -> {
          revoke(tx);
          tx.update(
              "update removal set due_at = now() + interval '1 hour' where device_id = $1",
              carol.id());
        });
  }

  private void workersMayStart() {
    database.run(
        tx -> tx.update("update removal set due_at = now() where device_id = $1", carol.id()));
  }

  private long proposals(UUID room) {
    return count(
        "select count(*) from entry where conversation_id = $1 and kind = 'proposal'", room);
  }

  private static Predicate<JsonNode> proposalIn(UUID room) {
    return event ->
        event.path("conversationId").asText().equals(room.toString())
            && event.path("sequence").asLong() == 2
            && event.path("epoch").asLong() == 1
            && !event.has("senderDeviceId");
  }

  private double stuck() {
    return metrics.get("liaison.removals.stuck").gauge().value();
  }

  private byte[] groupState(UUID room) {
    return database
        .read(
            tx ->
                tx.first(
                    row -> row.getBuffer("payload").getBytes(),
                    "select payload from group_state where conversation_id = $1",
                    room))
        .orElseThrow();
  }

  private void setGroupState(UUID room, byte[] payload) {
    database.run(
        tx ->
            tx.update(
                "update group_state set payload = $2 where conversation_id = $1",
                room,
                Buffer.buffer(payload)));
  }

  @Test
  void aGroupThatFailsHoldsUpNoOtherRaisesOneAlertAndIsNeverGivenUp() {
    UUID broken = group(alice, carol);
    UUID sound = group(alice, carol);
    byte[] state = groupState(broken);
    setGroupState(broken, new byte[1]);
    database.run(
        tx -> outbox.append(tx, new DeviceRevoked(carol.id(), carol.practitioner(), "lost")));

    await().atMost(SOON).until(() -> proposals(sound) == 1);
    assertThat(send(alice, broken, 1).code()).isEqualTo("commit-required");
    assertThat(send(carol, sound, 1).code()).isEqualTo("device-revoked");
    await()
        .atMost(SOON)
        .until(() -> count("select attempts from removal where conversation_id = $1", broken) > 4);
    await().atMost(SOON).untilAsserted(() -> assertThat(stuck()).isPositive());
    assertThat(leaks.lines().stream().filter(line -> line.contains("cannot be proposed")))
        .hasSize(1);

    setGroupState(broken, state);
    await().atMost(SOON).until(() -> proposals(broken) == 1);
    await().atMost(SOON).untilAsserted(() -> assertThat(stuck()).isZero());
  }

  @Test
  void noMessageIsTakenAnywhereEvenBeforeAnythingIsProposed() {
    List<UUID> rooms = rooms(12);

    revokeWithoutWorkers();

    assertThat(rooms).allMatch(room -> send(alice, room, 1).code().equals("commit-required"));
    assertThat(rooms).allMatch(room -> proposals(room) == 0);
    workersMayStart();
    await().atMost(SOON).until(() -> rooms.stream().allMatch(room -> proposals(room) == 1));
    assertThat(new ActReader().outcomesOf(rooms.getLast(), "member.remove-request", 1)).hasSize(1);
    // What the streams of other instances are woken by.
    assertThat(new ActReader().read("conversation", proposalIn(rooms.getLast()), 1)).hasSize(1);
  }

  @Test
  void aCommitThatPutsTheDeviceOutBeforeItWasProposedSettlesTheRemoval() {
    UUID room = group(alice, carol);
    revokeWithoutWorkers();

    assertThat(post(alice, commits(room), bundle(alice, room, List.of(), List.of(carol))).status())
        .isEqualTo(201);

    assertThat(count("select count(*) from removal where conversation_id = $1", room)).isZero();
    assertThat(send(alice, room, 2).status()).isEqualTo(201);
    assertThat(proposals(room)).isZero();
  }

  @Test
  void aDeviceThatLeftWhileItsRevocationWaitedLeavesNothingToWaitFor() {
    UUID room = group(alice, carol);
    CompletableFuture<Void> handled = new CompletableFuture<>();
    database.run(
        tx -> {
          tx.update("select 1 from conversation where id = $1 for no key update", room);
          Thread.ofVirtual()
              .start(
                  () -> {
                    database.run(this::revoke);
                    handled.complete(null);
                  });
          await()
              .until(
                  () ->
                      count(
                              "select count(*) from pg_locks where not granted"
                                  + " and locktype = 'transactionid'")
                          > 0);
          tx.update(
              "update member set left_sequence = 1 where conversation_id = $1 and device_id = $2",
              room,
              carol.id());
        });

    handled.join();

    assertThat(count("select count(*) from removal where conversation_id = $1", room)).isZero();
    assertThat(send(alice, room, 1).status()).isEqualTo(201);
  }

  @Test
  void manyWorkersProposeEachRemovalOnce() {
    List<UUID> rooms = rooms(20);
    revokeWithoutWorkers();
    workersMayStart();
    try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int instance = 0; instance < 8; instance++) {
        instances.submit(
            () -> {
              while (worker.round()) {
                // There may be more.
              }
            });
      }
    }
    await().atMost(SOON).until(() -> rooms.stream().allMatch(room -> proposals(room) > 0));
    assertThat(rooms).allMatch(room -> proposals(room) == 1);
    assertThat(new ActReader().outcomesOf(rooms.getFirst(), "member.remove-request", 1)).hasSize(1);
  }
}
