package fr.liaison.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.contracts.event.KeyPackagesLow;
import fr.liaison.kit.KitTest;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.event.SeenEvents;
import fr.liaison.test.TestServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@KitTest
class OutageTest {
  private static final Duration RECOVERY = Duration.ofSeconds(60);
  @Inject Database database;
  @Inject Outbox outbox;
  @Inject SeenEvents seen;

  @Test
  void whatIsCommittedWhileKafkaIsAwayArrivesOnceWhenItIsBack() {
    List<UUID> devices = Stream.generate(UUID::randomUUID).limit(200).toList();
    TestServer.kafka().kill();

    devices.forEach(this::commit);
    // The relay must have tried and failed at least once before the broker comes back.
    await().atMost(RECOVERY).until(() -> OutboxProbe.waiting(database) >= devices.size());
    TestServer.kafka().start();

    await()
        .atMost(RECOVERY)
        .untilAsserted(
            () -> assertThat(devices).allSatisfy(device -> assertThat(seen.of(device)).hasSize(1)));
  }

  @Test
  void whatWasAcknowledgedBeforeTheDatabaseDiedIsKeptAndToldOnce() throws Exception {
    Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    Set<UUID> unsure = ConcurrentHashMap.newKeySet();
    AtomicBoolean writing = new AtomicBoolean(true);
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        writers.submit(
            () -> {
              while (writing.get()) {
                UUID device = UUID.randomUUID();
                try {
                  commit(device);
                  acknowledged.add(device);
                } catch (DatabaseUnavailable outage) {
                  unsure.add(device);
                }
              }
            });
      }
      await().until(() -> acknowledged.size() > 200);
      TestServer.postgres().kill();
      await().until(() -> !unsure.isEmpty());
      TestServer.postgres().start();
      int before = acknowledged.size();
      await().atMost(RECOVERY).until(() -> acknowledged.size() > before + 200);
      writing.set(false);
    }

    await()
        .atMost(RECOVERY)
        .untilAsserted(
            () ->
                assertThat(acknowledged)
                    .allSatisfy(device -> assertThat(seen.of(device)).hasSize(1)));
    assertThat(unsure).allSatisfy(device -> assertThat(seen.of(device)).hasSizeLessThan(2));
  }

  private void commit(UUID device) {
    database.run(transaction -> outbox.append(transaction, new KeyPackagesLow(device, 1)));
  }
}
