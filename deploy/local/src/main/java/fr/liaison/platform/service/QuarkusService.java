package fr.liaison.platform.service;

import fr.liaison.platform.process.HttpProbe;
import fr.liaison.platform.process.JavaCommand;
import fr.liaison.platform.process.Launch;
import fr.liaison.platform.process.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** One service, ready when its own readiness says so. Configured by environment variables only. */
public final class QuarkusService implements Piece {
  private final String name;
  private final Path application;
  private final Path folder;
  private final int port;
  private final Map<String, String> environment;
  private final String heap;
  private final List<String> flags;

  /**
   * @param application the folder Quarkus builds, with {@code quarkus-run.jar} in it
   * @param data the service's working directory is made in there
   * @param heap the most it may take, such as {@code 192m}
   * @param flags further JVM flags
   */
  public QuarkusService(
      String name,
      Path application,
      Path data,
      int port,
      Map<String, String> environment,
      String heap,
      List<String> flags) {
    this.name = name;
    this.application = application;
    this.folder = data.resolve(name);
    this.port = port;
    this.environment = Map.copyOf(environment);
    this.heap = heap;
    this.flags = List.copyOf(flags);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public OptionalInt port() {
    return OptionalInt.of(port);
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(temporary());
  }

  /** Its own, so that what it leaves behind is seen, and goes with the run directory. */
  private Path temporary() {
    return folder.resolve("tmp").toAbsolutePath();
  }

  @Override
  public Launch launch(Path log) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    return Launch.of(
        JavaCommand.withHeap(heap)
            .with(flags)
            .with(
                "-Djava.io.tmpdir=" + temporary(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow")
            .run("-jar", application.resolve("quarkus-run.jar").toString()),
        all,
        folder,
        HttpProbe.ok("http://127.0.0.1:" + port + "/q/health/ready"));
  }
}
