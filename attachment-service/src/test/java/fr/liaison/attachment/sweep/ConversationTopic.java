package fr.liaison.attachment.sweep;

import fr.liaison.attachment.Ledger;
import fr.liaison.contracts.event.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The topic as it really is, and how far the service counts as having read it. */
@ApplicationScoped
class ConversationTopic {
  private static final String NAME = Topic.CONVERSATION.wireName();

  private final Ledger ledger;
  private final Map<String, Object> config;

  ConversationTopic(
      Ledger ledger, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.ledger = ledger;
    this.config = Map.of("bootstrap.servers", bootstrapServers);
  }

  /** One record that the service has not read; returns once Kafka has it. */
  void holdsOneMore() {
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(NAME, "key", "waiting"));
    }
  }

  void isReadToItsEnd() {
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(NAME).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer
          .endOffsets(partitions)
          .forEach(
              (partition, end) ->
                  ledger.run(
                      """
                      insert into consumer_offset (topic, partition, next_offset)
                      values ($1, $2, $3)
                      on conflict (topic, partition) do update set next_offset = excluded.next_offset
                      """,
                      NAME,
                      partition.partition(),
                      end));
    }
  }
}
