package fr.liaison.kit.outbox;

import fr.liaison.kit.event.CloudEventHeaders;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends outbox rows to Kafka as CloudEvents in binary mode. Returns once every broker in sync has
 * acknowledged every row; throws otherwise, after which any of the rows may have been published.
 */
@ApplicationScoped
class EventPublisher {
  private final String service;
  private final String bootstrapServers;
  private final PublisherConfig config;
  private @Nullable Producer<String, String> producer;

  EventPublisher(
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      PublisherConfig config) {
    this.service = service;
    this.bootstrapServers = bootstrapServers;
    this.config = config;
  }

  synchronized void publish(List<OutboxRow> rows) {
    Producer<String, String> current = open();
    try {
      List<Future<RecordMetadata>> sent =
          rows.stream().map(row -> current.send(record(row))).toList();
      current.flush();
      for (Future<RecordMetadata> acknowledgement : sent) {
        acknowledgement.get();
      }
    } catch (ExecutionException failure) {
      discard();
      throw new IllegalStateException("Kafka did not take an event", failure.getCause());
    } catch (InterruptedException stopped) {
      discard();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while publishing", stopped);
    } catch (RuntimeException failure) {
      discard();
      throw failure;
    }
  }

  private ProducerRecord<String, String> record(OutboxRow row) {
    var event = new ProducerRecord<>(row.topic(), row.key().toString(), row.data());
    CloudEventHeaders.write(
        event.headers(),
        row.eventId(),
        service,
        row.type(),
        row.occurredAt().toInstant(),
        row.traceparent());
    return event;
  }

  private Producer<String, String> open() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              Map.<String, Object>of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  bootstrapServers,
                  ProducerConfig.ACKS_CONFIG,
                  "all",
                  ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                  true,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG,
                  config.timeout().toMillis(),
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                  (int) config.timeout().toMillis() / 2,
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                  (int) config.timeout().toMillis(),
                  ProducerConfig.COMPRESSION_TYPE_CONFIG,
                  "lz4",
                  ProducerConfig.LINGER_MS_CONFIG,
                  0),
              new StringSerializer(),
              new StringSerializer());
    }
    return producer;
  }

  /** A producer that failed may hold rows back; the next round starts from the table. */
  private void discard() {
    Producer<String, String> broken = producer;
    producer = null;
    if (broken != null) {
      broken.close(Duration.ZERO);
    }
  }

  @PreDestroy
  void close() {
    discard();
  }

  /** How long Kafka may take. */
  @ConfigMapping(prefix = "liaison.publisher")
  public interface PublisherConfig {
    /** Longest wait for acknowledgement before the round is given up and repeated. */
    @WithDefault("10s")
    Duration timeout();
  }
}
