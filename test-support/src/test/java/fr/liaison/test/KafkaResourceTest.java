package fr.liaison.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class KafkaResourceTest {

  @Test
  void everyTopicIsThereBeforeTheServiceStarts() throws ExecutionException, InterruptedException {
    String broker = new KafkaResource().start().get("kafka.bootstrap.servers");

    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      assertThat(admin.listTopics().names().get()).contains("conversation", "audit", "dead-letter");
    }
  }

  @Test
  void aKilledBrokerComesBackOnItsPort() throws ExecutionException, InterruptedException {
    String broker = new KafkaResource().start().get("kafka.bootstrap.servers");

    TestServer.kafka().kill();
    TestServer.kafka().start();

    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      assertThat(admin.listTopics().names().get()).contains("device");
    }
  }
}
