package fr.liaison.acceptance.haystack;

import fr.liaison.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Every record in Kafka, decompressed: keys, values and headers. */
final class KafkaRecords {
  private static final String TOPIC_NOBODY_READS = "notification";
  private final Map<String, Object> config;

  KafkaRecords(Platform platform) {
    this.config = Map.of("bootstrap.servers", platform.kafkaBootstrapServers());
  }

  void plant(String needle) {
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC_NOBODY_READS, "planted", needle));
    }
  }

  boolean anyHolds(byte[] needle) {
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> !topic.getKey().startsWith("__"))
              .flatMap(topic -> topic.getValue().stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          if (holds(record, needle)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  private static boolean holds(ConsumerRecord<byte[], byte[]> record, byte[] needle) {
    for (Header header : record.headers()) {
      if (Bytes.indexOf(header.value(), needle) >= 0) {
        return true;
      }
    }
    return (record.key() != null && Bytes.indexOf(record.key(), needle) >= 0)
        || (record.value() != null && Bytes.indexOf(record.value(), needle) >= 0);
  }
}
