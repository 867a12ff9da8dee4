package fr.liaison.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.attachment.Scene.Person;
import fr.liaison.contracts.event.DeviceEnrolled;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.MessageAccepted;
import fr.liaison.contracts.event.RosterChanged;
import fr.liaison.contracts.event.Topic;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.event.EventProgress;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.test.KafkaResource;
import fr.liaison.test.ObjectStoreResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The events of other services, published and read through a real broker. */
@QuarkusTest
@TestProfile(EventsThroughKafkaTest.WithKafka.class)
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
@QuarkusTestResource(TokensResource.class)
class EventsThroughKafkaTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Reads and publishes events; waits for revocations at most 100 ms. */
  public static class WithKafka implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.test-port", "0", "liaison.devices.cache", "100ms");
    }
  }

  @Inject Database database;
  @Inject Outbox outbox;
  @Inject Ledger ledger;
  @Inject EventProgress progress;

  @Test
  void devicesRostersAndMessagesAreLearnedFromTheTopics() {
    Person alice = new Person("alice-" + UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    TusClient client = new TusClient(alice);
    UUID conversation = UUID.randomUUID();
    publish(
        new DeviceEnrolled(
            alice.device(),
            alice.account(),
            alice.practitioner(),
            Bytes.of(new byte[32]),
            Instant.now().plus(Duration.ofDays(1))));
    publish(
        new RosterChanged(
            conversation,
            1,
            "direct",
            List.of(new RosterChanged.Member(alice.device(), alice.practitioner()))));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(client.announce(conversation, 5).statusCode()).isEqualTo(201));

    UUID attachment = client.upload(conversation, new byte[5]);
    publish(
        new MessageAccepted(
            conversation, 1, 1, alice.device(), "routine", List.of(attachment), List.of()));
    await().atMost(SOON).untilAsserted(() -> assertThat(ledger.isLinked(attachment)).isTrue());

    assertThat(ledger.text("select count(*)::text from conversation_horizon")).isEqualTo("1");
    await().atMost(SOON).until(() -> progress.isCaughtUp(Topic.CONVERSATION));

    publish(new DeviceRevoked(alice.device(), alice.practitioner(), "lost"));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(client.download(attachment).statusCode()).isEqualTo(403));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(ledger.text("select count(*)::text from outbox")).isEqualTo("0"));
  }

  private void publish(DomainEvent event) {
    database.run(transaction -> outbox.append(transaction, event));
  }
}
