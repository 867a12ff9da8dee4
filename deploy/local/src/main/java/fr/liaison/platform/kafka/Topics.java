package fr.liaison.platform.kafka;

import fr.liaison.platform.process.StartFailed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics; one that exists already is left alone. */
final class Topics {
  private static final int PARTITIONS = 6;
  private static final int TIMEOUT_MILLIS = 30_000;

  private Topics() {}

  static void create(String bootstrapServers, Set<String> topics) throws InterruptedException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "default.api.timeout.ms", TIMEOUT_MILLIS,
            "request.timeout.ms", TIMEOUT_MILLIS);
    try (Admin admin = open(settings)) {
      var outcome =
          admin.createTopics(
              topics.stream()
                  .map(topic -> new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty()))
                  .toList());
      for (var topic : outcome.values().values()) {
        awaitOne(topic);
      }
    }
  }

  /**
   * Kafka finds its plug-ins through the thread's class loader, which inside a test framework may
   * hold a second copy of them.
   */
  private static Admin open(Map<String, Object> settings) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Topics.class.getClassLoader());
    try {
      return Admin.create(settings);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void awaitOne(org.apache.kafka.common.KafkaFuture<Void> topic)
      throws InterruptedException {
    try {
      topic.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new StartFailed("the topics could not be made", e);
      }
    }
  }
}
