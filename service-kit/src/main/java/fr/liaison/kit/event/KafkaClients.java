package fr.liaison.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the two kinds of consumers: one per service that shares partitions, one per instance. */
@ApplicationScoped
class KafkaClients {
  private final String service;
  private final String bootstrapServers;
  private final ConsumerConfiguration config;

  KafkaClients(
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      ConsumerConfiguration config) {
    this.service = service;
    this.bootstrapServers = bootstrapServers;
    this.config = config;
  }

  KafkaConsumer<String, String> groupConsumer() {
    Map<String, Object> properties = common();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, service);
    properties.put(
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) config.sessionTimeout().toMillis());
    // The database holds the offsets; a batch may wait for it as long as it is away.
    properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 3_600_000);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batch());
    return open(properties);
  }

  KafkaConsumer<String, String> instanceConsumer() {
    return open(common());
  }

  private Map<String, Object> common() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 200);
    return properties;
  }

  private static KafkaConsumer<String, String> open(Map<String, Object> properties) {
    return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
  }
}
