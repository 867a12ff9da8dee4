package fr.liaison.kit.event;

import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * How far this service has read, against what Kafka holds. Knows nothing of events that still wait
 * in another service's outbox.
 */
@ApplicationScoped
public class EventProgress {
  private static final Log LOG = Log.of(EventProgress.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final KafkaClients clients;

  EventProgress(Database database, KafkaClients clients) {
    this.database = database;
    this.clients = clients;
  }

  /**
   * Whether everything the topic held when this was called has been taken in. False when Kafka does
   * not say. Asks Kafka anew each time, so it belongs in background work.
   */
  public boolean isCaughtUp(Topic topic) {
    try (KafkaConsumer<String, String> open = clients.instanceConsumer()) {
      List<TopicPartition> partitions =
          open.partitionsFor(topic.wireName(), PATIENCE).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      Map<TopicPartition, Long> starts = open.beginningOffsets(partitions, PATIENCE);
      Map<TopicPartition, Long> ends = open.endOffsets(partitions, PATIENCE);
      Map<Integer, Long> taken = taken(topic);
      return !partitions.isEmpty()
          && partitions.stream()
              .allMatch(
                  partition ->
                      taken.getOrDefault(partition.partition(), starts.getOrDefault(partition, 0L))
                          >= ends.getOrDefault(partition, Long.MAX_VALUE));
    } catch (KafkaException away) {
      LOG.warn(
          "Kafka does not say how far its topic goes",
          Map.of(LogKey.topic, topic.wireName()),
          away);
      return false;
    }
  }

  private Map<Integer, Long> taken(Topic topic) {
    return database
        .read(
            reader ->
                reader.rows(
                    EventProgress::position,
                    "select partition, next_offset from consumer_offset where topic = $1",
                    topic.wireName()))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map.Entry<Integer, Long> position(Row row) {
    return Map.entry(row.getInteger("partition"), row.getLong("next_offset"));
  }
}
