package fr.liaison.kit.event;

import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Reads this service's topics on one thread. The database, not Kafka, knows how far: on every
 * assignment the consumer seeks to the stored offsets. A failing batch is tried until it passes.
 */
@ApplicationScoped
public class EventConsumer {
  private static final Log LOG = Log.of(EventConsumer.class);

  private final EventIntake intake;
  private final Database database;
  private final ConsumerConfiguration config;
  private final KafkaClients clients;
  private volatile boolean running;
  private volatile @Nullable KafkaConsumer<String, String> consumer;
  private @Nullable Thread thread;

  EventConsumer(
      EventIntake intake, Database database, ConsumerConfiguration config, KafkaClients clients) {
    this.intake = intake;
    this.database = database;
    this.config = config;
    this.clients = clients;
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled() && !intake.topics().isEmpty()) {
      running = true;
      thread = Thread.ofVirtual().name("event-consumer").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    KafkaConsumer<String, String> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    Thread started = thread;
    if (started != null) {
      started.join(5_000);
    }
  }

  private void run() {
    while (running) {
      try (KafkaConsumer<String, String> open = clients.groupConsumer()) {
        consumer = open;
        open.subscribe(
            intake.topics().stream().map(Topic::wireName).toList(), new SeekToStored(open));
        while (running) {
          takeUntilDone(poll(open));
        }
      } catch (WakeupException stopping) {
        return;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failure) {
        LOG.warn("Reading events failed; starting over", Map.of(), failure);
        pause();
      }
    }
  }

  private static List<ConsumerRecord<String, String>> poll(KafkaConsumer<String, String> open) {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    open.poll(Duration.ofSeconds(1)).forEach(records::add);
    return records;
  }

  private void takeUntilDone(List<ConsumerRecord<String, String>> records)
      throws InterruptedException {
    if (records.isEmpty()) {
      return;
    }
    while (running) {
      try {
        intake.take(records);
        return;
      } catch (RuntimeException failure) {
        LOG.warn(
            "Events wait: a batch failed and is tried again",
            Map.of(LogKey.count, records.size(), LogKey.topic, records.getFirst().topic()),
            failure);
        Thread.sleep(config.backOff());
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(config.backOff());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  /** Starts each partition where the last committed transaction left it. */
  private final class SeekToStored implements ConsumerRebalanceListener {
    private final KafkaConsumer<String, String> open;

    SeekToStored(KafkaConsumer<String, String> open) {
      this.open = open;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // Nothing is held between polls: every batch is committed before the next is asked for.
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, Long> stored = storedOffsets();
      Set<TopicPartition> unread = new java.util.HashSet<>(partitions);
      for (TopicPartition partition : partitions) {
        Long next = stored.get(partition);
        if (next != null) {
          open.seek(partition, next);
          unread.remove(partition);
        }
      }
      open.seekToBeginning(unread);
    }

    private Map<TopicPartition, Long> storedOffsets() {
      return database
          .read(
              reader ->
                  reader.rows(
                      row ->
                          Map.entry(
                              new TopicPartition(
                                  row.getString("topic"), row.getInteger("partition")),
                              row.getLong("next_offset")),
                      "select topic, partition, next_offset from consumer_offset"))
          .stream()
          .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }
}
