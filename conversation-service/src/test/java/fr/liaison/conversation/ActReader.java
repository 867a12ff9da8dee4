package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.test.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads published events from the start of a topic until enough of them match. */
final class ActReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  List<String> actionsOf(UUID conversation, int atLeast) {
    return read("audit", about(conversation), atLeast).stream()
        .map(act -> act.path("action").asText())
        .toList();
  }

  List<String> outcomesOf(UUID conversation, String action, int atLeast) {
    return read(
            "audit",
            about(conversation).and(act -> act.path("action").asText().equals(action)),
            atLeast)
        .stream()
        .map(act -> act.path("outcome").asText())
        .toList();
  }

  /** Matching events in order of arrival; fails when they do not come within a minute. */
  List<JsonNode> read(String topic, Predicate<JsonNode> wanted, int atLeast) {
    Map<String, Object> configuration =
        Map.of(
            "bootstrap.servers",
            TestServer.kafka().configuration().get("kafka.bootstrap.servers"),
            "auto.offset.reset",
            "earliest");
    List<JsonNode> found = new ArrayList<>();
    Instant end = Instant.now().plusSeconds(60);
    try (var consumer =
        new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (found.size() < atLeast && Instant.now().isBefore(end)) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                event -> {
                  JsonNode node = parse(event.value());
                  if (wanted.test(node)) {
                    found.add(node);
                  }
                });
      }
    }
    assertThat(found).as("events of topic %s", topic).hasSizeGreaterThanOrEqualTo(atLeast);
    return found;
  }

  private static Predicate<JsonNode> about(UUID conversation) {
    return act -> act.path("conversationId").asText().equals(conversation.toString());
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
