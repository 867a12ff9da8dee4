package fr.liaison.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.liaison.contracts.event.KeyPackagesLow;
import fr.liaison.contracts.event.Topic;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.kit.KitTest;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.event.SeenEvents;
import fr.liaison.kit.event.Wire;
import fr.liaison.kit.trace.TraceParent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@KitTest
class OutboxTest {
  @Inject Database database;
  @Inject Outbox outbox;
  @Inject EventPublisher publisher;
  @Inject SeenEvents seen;
  @Inject Wire wire;

  @Test
  void aRowThatCommitsAfterAYoungerOneIsPublishedAllTheSame() throws Exception {
    UUID late = UUID.randomUUID();
    UUID early = UUID.randomUUID();
    CountDownLatch appended = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow =
          threads.submit(
              () ->
                  database.run(
                      transaction -> {
                        outbox.append(transaction, new KeyPackagesLow(late, 1));
                        appended.countDown();
                        awaitQuietly(release);
                      }));
      appended.await();
      database.run(transaction -> outbox.append(transaction, new KeyPackagesLow(early, 1)));
      await().untilAsserted(() -> assertThat(wire.read(Topic.CONVERSATION, early)).hasSize(1));
      assertThat(wire.read(Topic.CONVERSATION, late)).isEmpty();

      release.countDown();
      slow.get();

      await().untilAsserted(() -> assertThat(wire.read(Topic.CONVERSATION, late)).hasSize(1));
    }
  }

  @Test
  void aDeadLetterBeyondWhatKafkaTakesIsCutAndHoldsBackNobody() {
    UUID huge = UUID.randomUUID();
    UUID next = UUID.randomUUID();
    database.run(t -> outbox.appendDeadLetter(t, huge, "unknown", "é".repeat(1024 * 1024)));
    database.run(t -> outbox.append(t, new KeyPackagesLow(next, 1)));

    await().untilAsserted(() -> assertThat(wire.read(Topic.CONVERSATION, next)).hasSize(1));
    assertThat(wire.read(Topic.DEAD_LETTER, huge))
        .singleElement()
        .satisfies(letter -> assertThat(letter.value()).matches("é+").hasSize(384 * 1024));
  }

  @Test
  void concurrentWritersOfOneAggregateArePublishedInCommitOrder() throws Exception {
    UUID aggregate = UUID.randomUUID();
    int writers = 60;
    database.run(t -> t.update("insert into counter (id, value) values ($1, 0)", aggregate));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        running.add(threads.submit(() -> countAndTell(aggregate)));
      }
      for (Future<?> writer : running) {
        writer.get();
      }
    }

    await()
        .untilAsserted(() -> assertThat(wire.read(Topic.CONVERSATION, aggregate)).hasSize(writers));
    assertThat(wire.read(Topic.CONVERSATION, aggregate).stream().map(OutboxTest::available))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, writers).boxed().toList());
  }

  private void countAndTell(UUID aggregate) {
    database.run(
        transaction -> {
          int value =
              transaction
                  .first(
                      row -> row.getInteger(0),
                      "update counter set value = value + 1 where id = $1 returning value::int",
                      aggregate)
                  .orElseThrow();
          outbox.append(transaction, new KeyPackagesLow(aggregate, value));
        });
  }

  @Test
  void anEventOfARolledBackTransactionIsNeverPublished() {
    UUID never = UUID.randomUUID();
    UUID marker = UUID.randomUUID();

    assertThatThrownBy(
            () ->
                database.run(
                    transaction -> {
                      outbox.append(transaction, new KeyPackagesLow(never, 1));
                      throw new IllegalStateException("changed its mind");
                    }))
        .isInstanceOf(IllegalStateException.class);
    database.run(transaction -> outbox.append(transaction, new KeyPackagesLow(marker, 1)));

    await().untilAsserted(() -> assertThat(wire.read(Topic.CONVERSATION, marker)).hasSize(1));
    assertThat(wire.read(Topic.CONVERSATION, never)).isEmpty();
  }

  @Test
  void publishedTwiceBecauseTheRelayDiedBeforeRemovingTheRowHasOneEffect() {
    UUID device = UUID.randomUUID();
    database.run(
        transaction -> {
          outbox.append(transaction, new KeyPackagesLow(device, 1));
          // As a relay killed between Kafka's acknowledgement and its own commit leaves it.
          publisher.publish(
              transaction.rows(OutboxRow::of, "select * from outbox where key = $1", device));
        });

    await().untilAsserted(() -> assertThat(wire.read(Topic.CONVERSATION, device)).hasSize(2));
    UUID marker = UUID.randomUUID();
    database.run(transaction -> outbox.append(transaction, new KeyPackagesLow(marker, 1)));
    await().untilAsserted(() -> assertThat(seen.of(marker)).hasSize(1));
    await().untilAsserted(() -> assertThat(seen.of(device)).hasSize(1));
  }

  @Test
  void theTraceOfTheWriterTravelsWithTheEvent() throws Exception {
    UUID device = UUID.randomUUID();
    TraceParent trace = TraceParent.continued(null);

    trace.within(
        () -> {
          database.run(transaction -> outbox.append(transaction, new KeyPackagesLow(device, 1)));
          return true;
        });

    await().untilAsserted(() -> assertThat(wire.read(Topic.CONVERSATION, device)).hasSize(1));
    var header =
        wire.read(Topic.CONVERSATION, device).getFirst().headers().lastHeader("traceparent");
    assertThat(new String(header.value(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(trace.header());
  }

  @Test
  void theTableIsEmptyOnceEverythingIsPublished() {
    database.run(t -> outbox.append(t, new KeyPackagesLow(UUID.randomUUID(), 1)));

    await().untilAsserted(() -> assertThat(OutboxProbe.waiting(database)).isZero());
  }

  private static long available(ConsumerRecord<String, String> record) {
    try {
      return ContractJson.mapper().readValue(record.value(), KeyPackagesLow.class).available();
    } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
