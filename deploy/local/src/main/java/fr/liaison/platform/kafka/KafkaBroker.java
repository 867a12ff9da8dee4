package fr.liaison.platform.kafka;

import fr.liaison.platform.process.JavaCommand;
import fr.liaison.platform.process.Launch;
import fr.liaison.platform.process.LogProbe;
import fr.liaison.platform.process.OneShot;
import fr.liaison.platform.process.Owner;
import fr.liaison.platform.process.Piece;
import fr.liaison.platform.process.Resources;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** The event broker. Its topics exist before anybody subscribes to them. */
public final class KafkaBroker implements Piece {
  /** What the services publish to and read from. */
  public static final Set<String> TOPICS =
      Set.of(
          "practitioner",
          "device",
          "conversation",
          "attachment",
          "notification",
          "audit",
          "dead-letter");

  private final Path libraries;
  private final Path folder;
  private final int port;
  private final int controllerPort;
  private final Set<String> topics;
  private final List<String> flags;

  /**
   * @param libraries the broker's jars
   * @param data holds a folder of its own in there
   * @param topics made on start when missing
   * @param flags further JVM flags
   */
  public KafkaBroker(
      Path libraries,
      Path data,
      int port,
      int controllerPort,
      Set<String> topics,
      List<String> flags) {
    this.libraries = libraries;
    this.folder = data.resolve("kafka");
    this.port = port;
    this.controllerPort = controllerPort;
    this.topics = Set.copyOf(topics);
    this.flags = List.copyOf(flags);
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public OptionalInt port() {
    return OptionalInt.of(port);
  }

  /** As clients want it. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("server.properties"),
        Resources.text(KafkaBroker.class, "server.properties")
            .replace("${port}", String.valueOf(port))
            .replace("${controllerPort}", String.valueOf(controllerPort))
            .replace("${data}", data().toString()));
    Files.writeString(
        folder.resolve("log4j2.xml"), Resources.text(KafkaBroker.class, "log4j2.xml"));
    if (!Files.exists(data().resolve("meta.properties"))) {
      format();
    }
  }

  private void format() throws IOException, InterruptedException {
    List<String> command =
        java("128m")
            .with("-XX:TieredStopAtLevel=1")
            .with("-cp", libraries + "/*")
            .run(
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "-t",
                newClusterId(),
                "-c",
                folder.resolve("server.properties").toString());
    OneShot.run(command, Owner.SELF, Map.of(), folder, folder.resolve("format.log"));
  }

  @Override
  public Launch launch(Path log) {
    return Launch.of(
        java("256m")
            .with(flags)
            .with("-cp", libraries + "/*")
            .run("kafka.Kafka", folder.resolve("server.properties").toString()),
        Map.of(),
        folder,
        new LogProbe(log, "Kafka Server started"));
  }

  @Override
  public void settle() throws IOException, InterruptedException {
    Path made = folder.resolve("topics");
    String wanted = String.join("\n", topics.stream().sorted().toList());
    if (Files.exists(made) && Files.readString(made).equals(wanted)) {
      return;
    }
    Topics.create(bootstrapServers(), topics);
    Files.writeString(made, wanted);
  }

  private JavaCommand java(String heap) {
    return JavaCommand.withHeap(heap)
        .with(
            "-Dlog4j2.configurationFile=" + folder.resolve("log4j2.xml"),
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static String newClusterId() {
    UUID random = UUID.randomUUID();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(random.getMostSignificantBits())
            .putLong(random.getLeastSignificantBits())
            .array();
    bytes[0] &= 0x3f; // an id that begins with a dash would be read as an option
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
