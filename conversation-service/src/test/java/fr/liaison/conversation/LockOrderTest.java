package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.kit.device.DeviceEvents;
import fr.liaison.kit.event.ReceivedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everybody locks devices in the order of their ids, in which the database compares them: whoever
 * waits for the first of them holds none of the others.
 */
@QuarkusTest
class LockOrderTest extends ServiceScene {
  @Inject DeviceEvents deviceEvents;
  private Device first;
  private Device second;

  @BeforeEach
  void twoDevices() {
    List<Device> ordered =
        Stream.of(enrol(), enrol())
            .sorted(Comparator.comparing(device -> device.id().toString()))
            .toList();
    first = ordered.get(0);
    second = ordered.get(1);
  }

  /** Runs the work while the first device is locked, and looks whether the second one is free. */
  private void holdsNothingWhileItWaits(Runnable work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    database.run(
        tx -> {
          tx.update("update known_device set revoked = revoked where device_id = $1", first.id());
          Thread.ofVirtual()
              .start(
                  () -> {
                    work.run();
                    done.complete(null);
                  });
          await().until(() -> count("select count(*) from pg_locks where not granted") > 0);
          assertThat(
                  tx.rows(
                      row -> row.getUUID("device_id"),
                      "select device_id from known_device where device_id = $1"
                          + " for no key update skip locked",
                      second.id()))
              .containsExactly(second.id());
        });
    done.join();
  }

  @Test
  void anOpening() {
    UUID id = UUID.randomUUID();
    Map<String, Object> opening = opening(second, id, "direct");
    opening.put("commit", bundle(second, id, List.of(first), List.of()));
    holdsNothingWhileItWaits(
        () -> assertThat(post(second, "/v1/conversations", opening).status()).isEqualTo(201));
  }

  @Test
  void revocationsThatComeTogether() {
    List<ReceivedEvent> events = List.of(revocation(second), revocation(first));
    holdsNothingWhileItWaits(() -> database.run(tx -> deviceEvents.handle(tx, events)));
  }

  private static ReceivedEvent revocation(Device device) {
    DeviceRevoked event = new DeviceRevoked(device.id(), device.practitioner(), "lost");
    return new ReceivedEvent(UUID.randomUUID(), "directory", Instant.now(), event, null);
  }
}
