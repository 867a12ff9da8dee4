package fr.liaison.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.KeyPackagesLow;
import fr.liaison.contracts.event.Topic;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.kit.KitTest;
import fr.liaison.kit.database.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@KitTest
class EventIntakeTest {
  @Inject SeenEvents seen;
  @Inject Wire wire;
  @Inject Database database;

  private final UUID device = UUID.randomUUID();

  @Test
  void anEventDeliveredTwiceHasOneEffect() {
    UUID once = UUID.randomUUID();
    UUID after = UUID.randomUUID();

    send(once, new KeyPackagesLow(device, 3));
    send(once, new KeyPackagesLow(device, 3));
    send(after, new KeyPackagesLow(device, 2));

    await().untilAsserted(() -> assertThat(seen.of(device)).containsExactly(once, after));
  }

  @Test
  void aPoisonousEventIsSetAsideAndStopsNoOther() {
    UUID before = UUID.randomUUID();
    UUID poison = UUID.randomUUID();
    UUID after = UUID.randomUUID();

    send(before, new KeyPackagesLow(device, 3));
    send(poison, new KeyPackagesLow(device, SeenEvents.POISON));
    send(after, new KeyPackagesLow(device, 2));

    await().untilAsserted(() -> assertThat(seen.of(device)).containsExactly(before, after));
    await().untilAsserted(() -> assertThat(wire.read(Topic.DEAD_LETTER, device)).hasSize(1));
  }

  @Test
  void recordsThatAreNoEventsAreSetAside() {
    wire.send(new ProducerRecord<>("conversation", device.toString(), "no headers at all"));
    wire.send(Topic.CONVERSATION, device, UUID.randomUUID(), "fr.liaison.unheard-of.v9", "{}");
    wire.send(
        Topic.CONVERSATION,
        device,
        UUID.randomUUID(),
        "fr.liaison.key-packages-low.v1",
        "{\"deviceId\": \"not a uuid\"}");

    await().untilAsserted(() -> assertThat(wire.read(Topic.DEAD_LETTER, device)).hasSize(3));
    assertThat(seen.of(device)).isEmpty();
  }

  @Test
  void anEventNoHandlerCanTakeIsSetAsideInTheEndAndStopsNoOther() {
    UUID after = UUID.randomUUID();
    String type = "fr.liaison.key-packages-low.v1";

    send(UUID.randomUUID(), new KeyPackagesLow(device, SeenEvents.BREAKS));
    wire.send(Topic.CONVERSATION, device, UUID.randomUUID(), type, "null");
    wire.send(Topic.CONVERSATION, device, UUID.randomUUID(), type, "{\u0000}");
    send(after, new KeyPackagesLow(device, 2));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(seen.of(device)).containsExactly(after));
    await().untilAsserted(() -> assertThat(wire.read(Topic.DEAD_LETTER, device)).hasSize(3));
  }

  @Test
  void theOffsetIsStoredWithTheEffect() {
    UUID event = UUID.randomUUID();

    send(event, new KeyPackagesLow(device, 3));

    await().untilAsserted(() -> assertThat(seen.of(device)).containsExactly(event));
    var record = wire.read(Topic.CONVERSATION, device).getFirst();
    Long next =
        database
            .read(
                reader ->
                    reader.first(
                        row -> row.getLong(0),
                        "select next_offset from consumer_offset where topic = $1 and partition = $2",
                        "conversation",
                        record.partition()))
            .orElseThrow();
    assertThat(next).isGreaterThan(record.offset());
  }

  private void send(UUID eventId, DomainEvent event) {
    try {
      wire.send(
          event.eventType().topic(),
          event.aggregateId(),
          eventId,
          event.eventType().wireName(),
          ContractJson.mapper().writeValueAsString(event));
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void eventsOfOneAggregateAreTakenInInOrder() {
    List<UUID> sent = java.util.stream.Stream.generate(UUID::randomUUID).limit(50).toList();

    sent.forEach(id -> send(id, new KeyPackagesLow(device, 3)));

    await().untilAsserted(() -> assertThat(seen.of(device)).isEqualTo(sent));
  }
}
