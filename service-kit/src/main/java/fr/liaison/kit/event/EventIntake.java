package fr.liaison.kit.event;

import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Takes batches of Kafka records in: effect, offsets and memory of event ids in one transaction.
 * When a batch fails, its records are taken one by one, so that one bad event stops no other.
 */
@ApplicationScoped
public class EventIntake {
  private static final Log LOG = Log.of(EventIntake.class);
  private static final UUID NO_KEY = new UUID(0, 0);

  private final Database database;
  private final Outbox outbox;
  private final Map<Topic, List<EventHandler>> handlers;
  private final Counter deadLetters;
  private final FailingRecord failing = new FailingRecord();

  EventIntake(
      Database database, Outbox outbox, @All List<EventHandler> handlers, MeterRegistry metrics) {
    this.database = database;
    this.outbox = outbox;
    this.handlers =
        handlers.stream()
            .collect(
                Collectors.groupingBy(
                    EventHandler::topic,
                    () -> new EnumMap<>(Topic.class),
                    Collectors.toUnmodifiableList()));
    this.deadLetters =
        Counter.builder("liaison.events.dead.letters")
            .description("events set aside because they cannot be understood; alert above zero")
            .register(metrics);
  }

  Set<Topic> topics() {
    return handlers.keySet();
  }

  /**
   * Takes the records in. Returns when all are committed or set aside; throws {@link
   * DatabaseUnavailable} or the handler's failure when the caller should try the same records
   * again. A record that keeps failing by itself while the database answers is set aside.
   */
  void take(List<ConsumerRecord<String, String>> records) {
    try {
      takeTogether(records);
    } catch (DatabaseUnavailable outage) {
      throw outage;
    } catch (RuntimeException failure) {
      if (records.size() == 1) {
        setAsideIfPoison(records.getFirst(), failure);
        return;
      }
      records.forEach(record -> take(List.of(record)));
    }
  }

  private void takeTogether(List<ConsumerRecord<String, String>> records) {
    database.run(
        transaction -> {
          List<ReceivedEvent> understood = new ArrayList<>();
          Map<ReceivedEvent, Topic> topics = new HashMap<>();
          for (var record : records) {
            switch (EventReader.read(record)) {
              case EventReader.Reading.Understood(ReceivedEvent event) -> {
                understood.add(event);
                topics.put(event, event.event().eventType().topic());
              }
              case EventReader.Reading.Poison(String reason) ->
                  setAside(transaction, record, reason);
            }
          }
          dispatch(transaction, onlyNew(transaction, understood), topics);
          storeOffsets(transaction, records);
        });
  }

  private void dispatch(
      Transaction transaction, List<ReceivedEvent> events, Map<ReceivedEvent, Topic> topics) {
    Map<Topic, List<ReceivedEvent>> byTopic = new EnumMap<>(Topic.class);
    for (ReceivedEvent event : events) {
      Topic topic = topics.getOrDefault(event, event.event().eventType().topic());
      byTopic.computeIfAbsent(topic, any -> new ArrayList<>()).add(event);
    }
    byTopic.forEach(
        (topic, ofTopic) ->
            handlers
                .getOrDefault(topic, List.of())
                .forEach(handler -> handler.handle(transaction, ofTopic)));
  }

  private static List<ReceivedEvent> onlyNew(Transaction transaction, List<ReceivedEvent> events) {
    if (events.isEmpty()) {
      return events;
    }
    Set<String> fresh =
        new HashSet<>(
            transaction.rows(
                row -> row.getString("source") + ' ' + row.getUUID("event_id"),
                """
                insert into consumed_event (event_id, source)
                select * from unnest($1::uuid[], $2::text[])
                on conflict do nothing
                returning event_id, source
                """,
                events.stream().map(ReceivedEvent::id).toArray(UUID[]::new),
                events.stream().map(ReceivedEvent::source).toArray(String[]::new)));
    return events.stream().filter(e -> fresh.remove(e.source() + ' ' + e.id())).toList();
  }

  private static void storeOffsets(
      Transaction transaction, List<ConsumerRecord<String, String>> records) {
    Map<TopicPartition, Long> next = new HashMap<>();
    for (var record : records) {
      next.merge(
          new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
    }
    next.forEach(
        (partition, offset) ->
            transaction.update(
                """
                insert into consumer_offset (topic, partition, next_offset) values ($1, $2, $3)
                on conflict (topic, partition) do update
                  set next_offset = greatest(consumer_offset.next_offset, excluded.next_offset)
                """,
                partition.topic(),
                partition.partition(),
                offset));
  }

  private void setAsideIfPoison(ConsumerRecord<String, String> record, RuntimeException failure) {
    if (!(failure instanceof PoisonEvent) && !failing.isHopeless(record, failure)) {
      throw failure;
    }
    String reason =
        failure instanceof PoisonEvent ? String.valueOf(failure.getMessage()) : "handling-failed";
    database.run(
        transaction -> {
          setAside(transaction, record, reason);
          storeOffsets(transaction, List.of(record));
        });
  }

  private void setAside(
      Transaction transaction, ConsumerRecord<String, String> record, String reason) {
    String type = CloudEventHeaders.read(record.headers(), CloudEventHeaders.TYPE);
    String data = record.value();
    outbox.appendDeadLetter(
        transaction, keyOf(record), type == null ? "unknown" : type, storable(data));
    transaction.afterCommit(deadLetters::increment);
    LOG.warn(
        "An event was set aside",
        Map.of(
            LogKey.topic, record.topic(),
            LogKey.partition, record.partition(),
            LogKey.offset, record.offset(),
            LogKey.reason, reason));
  }

  /** PostgreSQL keeps no NUL in text. */
  private static String storable(@Nullable String data) {
    return data == null ? "" : data.replace("\u0000", "\\u0000");
  }

  private static UUID keyOf(ConsumerRecord<String, String> record) {
    try {
      return record.key() == null ? NO_KEY : UUID.fromString(record.key());
    } catch (IllegalArgumentException notOurs) {
      return NO_KEY;
    }
  }
}
