package fr.liaison.kit.event;

import fr.liaison.contracts.event.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What really stands in Kafka, and a way to put things there that our relay never would. */
@ApplicationScoped
public class Wire {
  private final String bootstrapServers;

  Wire(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** All records of the topic with the key, in partition order. */
  public List<ConsumerRecord<String, String>> read(Topic topic, UUID key) {
    return read(topic, record -> key.toString().equals(record.key()));
  }

  /** The published acts of an account, as JSON. */
  public List<String> acts(String accountId) {
    return read(Topic.AUDIT, record -> record.value().contains(accountId)).stream()
        .map(ConsumerRecord::value)
        .toList();
  }

  private List<ConsumerRecord<String, String>> read(
      Topic topic, Predicate<ConsumerRecord<String, String>> wanted) {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.wireName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          if (wanted.test(record)) {
            found.add(record);
          }
        }
      }
      return found;
    }
  }

  /** Publishes one event under a chosen event id, as often as called. */
  public void send(Topic topic, UUID key, UUID eventId, String type, String data) {
    var record = new ProducerRecord<>(topic.wireName(), key.toString(), data);
    CloudEventHeaders.write(record.headers(), eventId, "elsewhere", type, Instant.now(), null);
    send(record);
  }

  /** Publishes a record as it is. */
  public void send(ProducerRecord<String, String> record) {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(record);
    }
  }
}
