package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.kit.outbox.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Welcome is kept for as long as somebody may take it, and no longer. */
@QuarkusTest
class OrphanWelcomeTest extends ServiceScene {
  @Inject Outbox outbox;
  private Device alice;
  private Device bob;
  private Device carol;

  @BeforeEach
  void aGroupAboutToBegin() {
    alice = enrol();
    bob = enrol();
    carol = enrol();
  }

  private long welcomes(UUID room) {
    return count("select count(*) from welcome where conversation_id = $1", room);
  }

  private void remove(Device device, UUID room) {
    assertThat(post(alice, commits(room), bundle(alice, room, List.of(), List.of(device))).status())
        .isEqualTo(201);
  }

  private void take(Device device, UUID room) {
    get(device, "/v1/welcomes")
        .body()
        .path("items")
        .forEach(
            item -> {
              if (item.path("conversationId").asText().equals(room.toString())) {
                String path = "/v1/welcomes/" + item.path("id").asText();
                assertThat(exchange(device, "DELETE", path, null).status()).isEqualTo(204);
              }
            });
  }

  @Test
  void itGoesWithTheLastDeviceThatIsPutOut() {
    UUID room = group(alice, bob, carol);
    remove(bob, room);
    assertThat(welcomes(room)).isOne();
    assertThat(get(carol, "/v1/welcomes").body().path("items")).hasSize(1);

    remove(carol, room);

    assertThat(welcomes(room)).isZero();
  }

  @Test
  void itGoesWhenOneTookItAndTheOtherIsPutOut() {
    UUID room = group(alice, bob, carol);
    take(bob, room);
    remove(carol, room);
    assertThat(welcomes(room)).isZero();
  }

  @Test
  void itGoesWhenItsLastAddresseeIsRevoked() {
    UUID first = group(alice, bob);
    UUID second = group(alice, bob, carol);
    database.run(tx -> outbox.append(tx, new DeviceRevoked(bob.id(), bob.practitioner(), "lost")));
    await().until(() -> welcomes(first) == 0);
    assertThat(welcomes(second)).isOne();
    assertThat(count("select count(*) from welcome_recipient where device_id = $1", bob.id()))
        .isZero();
  }

  @Test
  void itGoesWhenTheLastTwoTakeItAtTheSameMoment() throws Exception {
    for (int round = 0; round < 12; round++) {
      UUID room = group(alice, bob, carol);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var one = threads.submit(() -> take(bob, room));
        var other = threads.submit(() -> take(carol, room));
        one.get();
        other.get();
      }
      assertThat(welcomes(room)).isZero();
    }
  }
}
