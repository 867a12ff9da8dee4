package fr.liaison.kit.event;

import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.log.Log;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Brings every new event of the listened topics to every instance, without group or offsets. */
@ApplicationScoped
public class EventBroadcast {
  private static final Log LOG = Log.of(EventBroadcast.class);
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final List<EventListener> listeners;
  private final ConsumerConfiguration config;
  private final KafkaClients clients;
  private volatile boolean running;
  private volatile @Nullable KafkaConsumer<String, String> consumer;

  EventBroadcast(
      @All List<EventListener> listeners, ConsumerConfiguration config, KafkaClients clients) {
    this.listeners = listeners;
    this.config = config;
    this.clients = clients;
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled() && !listeners.isEmpty()) {
      running = true;
      Thread.ofVirtual().name("event-broadcast").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    KafkaConsumer<String, String> open = consumer;
    if (open != null) {
      open.wakeup();
    }
  }

  private void run() {
    while (running) {
      try (KafkaConsumer<String, String> open = clients.instanceConsumer()) {
        consumer = open;
        List<TopicPartition> partitions = partitions(open);
        open.assign(partitions);
        open.seekToEnd(partitions);
        while (running) {
          open.poll(Duration.ofSeconds(1)).forEach(this::hear);
        }
      } catch (WakeupException stopping) {
        return;
      } catch (RuntimeException failure) {
        LOG.warn("Listening to events failed; starting over", Map.of(), failure);
        pause();
      }
    }
  }

  private List<TopicPartition> partitions(KafkaConsumer<String, String> open) {
    return listeners.stream()
        .map(EventListener::topic)
        .distinct()
        .map(Topic::wireName)
        .flatMap(topic -> open.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private void hear(org.apache.kafka.clients.consumer.ConsumerRecord<String, String> r) {
    if (EventReader.read(r) instanceof EventReader.Reading.Understood(ReceivedEvent event)) {
      for (EventListener listener : listeners) {
        if (listener.topic() == event.event().eventType().topic()) {
          listener.heard(event);
        }
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(BACK_OFF);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
