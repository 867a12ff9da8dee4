package fr.liaison.test;

import fr.liaison.platform.kafka.KafkaBroker;
import fr.liaison.platform.layout.Checkout;
import fr.liaison.platform.process.Child;
import fr.liaison.platform.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Kafka broker with the platform's topics, started once per test JVM and stopped with it. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return TestServer.once("kafka", KafkaResource::run).configuration();
  }

  @Override
  public void stop() {} // lives as long as the JVM

  private static RunningServer run() {
    Path folder = ScratchFolder.fresh();
    KafkaBroker broker =
        new KafkaBroker(
            Checkout.find().kafkaLibraries(),
            folder,
            Ports.findFree(),
            Ports.findFree(),
            KafkaBroker.TOPICS,
            List.of());
    Child child = new Child(broker, folder);
    ScratchFolder.deleteAtExit(folder, child);
    child.startOrFail();
    return new RunningServer(
        child,
        Map.of(
            "kafka.bootstrap.servers", broker.bootstrapServers(),
            "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
  }
}
