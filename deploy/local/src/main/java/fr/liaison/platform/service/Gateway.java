package fr.liaison.platform.service;

import fr.liaison.platform.process.HttpProbe;
import fr.liaison.platform.process.JavaCommand;
import fr.liaison.platform.process.Launch;
import fr.liaison.platform.process.Piece;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The one address the browser knows. Ready when it answers anything but an error of its own. */
public final class Gateway implements Piece {
  private final Path jar;
  private final Path folder;
  private final int port;
  private final Map<String, String> environment;
  private final List<String> flags;

  /**
   * @param jar runnable, its libraries beside it
   * @param data the gateway's working directory is made in there
   * @param flags further JVM flags
   */
  public Gateway(
      Path jar, Path data, int port, Map<String, String> environment, List<String> flags) {
    this.jar = jar;
    this.folder = data.resolve("gateway");
    this.port = port;
    this.environment = Map.copyOf(environment);
    this.flags = List.copyOf(flags);
  }

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public OptionalInt port() {
    return OptionalInt.of(port);
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(folder);
  }

  @Override
  public Launch launch(Path log) {
    return Launch.of(
        JavaCommand.withHeap("128m")
            .with(flags)
            .with("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
            .run("-jar", jar.toString()),
        environment,
        folder,
        new HttpProbe(URI.create("http://127.0.0.1:" + port + "/"), status -> status < 500));
  }
}
