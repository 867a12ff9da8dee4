package fr.liaison.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.event.EventType;
import fr.liaison.contracts.event.Topic;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.kit.event.CloudEventHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Writes to topic {@code audit} as services do, and as broken ones might. */
public final class AuditTopic implements AutoCloseable {

  private final String servers =
      ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  private final KafkaProducer<String, String> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer());

  public void send(ActRecorded act) {
    try {
      send(act.actId(), ContractJson.mapper().writeValueAsString(act));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  public void send(UUID id, String data) {
    var record = new ProducerRecord<>(Topic.AUDIT.wireName(), id.toString(), data);
    CloudEventHeaders.write(
        record.headers(),
        id,
        "conversation-service",
        EventType.ACT_RECORDED.wireName(),
        Instant.now(),
        null);
    producer.send(record);
  }

  /** Everything set aside so far. */
  public List<String> deadLetters() {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.DEAD_LETTER.wireName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long expected = consumer.endOffsets(partitions).values().stream().mapToLong(o -> o).sum();
      List<String> letters = new ArrayList<>();
      while (letters.size() < expected) {
        consumer.poll(Duration.ofMillis(200)).forEach(letter -> letters.add(letter.value()));
      }
      return letters;
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
