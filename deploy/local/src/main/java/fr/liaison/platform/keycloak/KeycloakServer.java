package fr.liaison.platform.keycloak;

import fr.liaison.platform.layout.Folders;
import fr.liaison.platform.process.HttpProbe;
import fr.liaison.platform.process.JavaCommand;
import fr.liaison.platform.process.Launch;
import fr.liaison.platform.process.Owner;
import fr.liaison.platform.process.Piece;
import fr.liaison.platform.process.Signal;
import fr.liaison.platform.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The identity server. Ready means that the realm answers, not only the port. Realms are imported
 * on the first start; later changes of the templates need a fresh database.
 */
public final class KeycloakServer implements Piece {
  private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes");

  private final KeycloakDistribution distribution;
  private final Path realms;
  private final Path folder;
  private final KeycloakSettings settings;
  private final List<String> flags;
  private Path home = Path.of("");

  /**
   * @param realms the folder of the realm templates
   * @param data holds a folder of its own in there
   * @param flags further JVM flags
   */
  public KeycloakServer(
      KeycloakDistribution distribution,
      Path realms,
      Path data,
      KeycloakSettings settings,
      List<String> flags) {
    this.distribution = distribution;
    this.realms = realms;
    this.folder = data.resolve("keycloak");
    this.settings = settings;
    this.flags = List.copyOf(flags);
  }

  @Override
  public String name() {
    return "keycloak";
  }

  @Override
  public OptionalInt port() {
    return OptionalInt.of(settings.port());
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    requireSameAddresses();
    home = distribution.make();
    Path templates = folder.resolve("data/import");
    Folders.delete(templates);
    Files.createDirectories(templates);
    for (String shared : SHARED) {
      Path link = folder.resolve(shared);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, home.resolve(shared));
    }
    if (!isImported()) {
      writeRealms(templates);
    }
  }

  /** The realms name these addresses, and an imported realm is not written again. */
  private void requireSameAddresses() throws IOException {
    String before = isImported() ? Files.readString(imported()) : "";
    if (!before.isEmpty() && !before.equals(addresses())) {
      throw new StartFailed(
          "The login server was set up for "
              + before
              + " and is now to answer at "
              + addresses()
              + ". Take the old ports again, or start afresh with ./liaison reset");
    }
  }

  private String addresses() {
    return settings.publicUrl() + " (inside: " + settings.internalUrl() + ")";
  }

  private void writeRealms(Path target) throws IOException {
    try (Stream<Path> templates = Files.list(realms)) {
      for (Path template : (Iterable<Path>) templates::iterator) {
        String text = Files.readString(template);
        for (Map.Entry<String, String> placeholder : settings.placeholders().entrySet()) {
          text = text.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        Folders.privateFile(target.resolve(template.getFileName()), text);
      }
    }
  }

  @Override
  public Launch launch(Path log) {
    return new Launch(
        JavaCommand.withHeap("384m")
            .with(flags)
            .with(
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString())
            .run(arguments()),
        Map.of(
            "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
            "KC_BOOTSTRAP_ADMIN_PASSWORD", settings.administratorPassword(),
            "KC_DB_URL", settings.database().jdbcUrl(),
            "KC_DB_USERNAME", settings.database().role(),
            "KC_DB_PASSWORD", settings.database().password()),
        folder,
        Owner.SELF,
        Signal.TERM,
        this::answers,
        Duration.ofMinutes(10));
  }

  private String[] arguments() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-port=" + settings.managementPort(),
                "--hostname=" + settings.publicUrl(),
                "--hostname-backchannel-dynamic=true",
                "--proxy-headers=xforwarded",
                "--db-pool-max-size=20",
                // Login events name people; the realms keep what is worth keeping.
                "--log-level=INFO,org.keycloak.events:OFF"));
    if (!isImported()) {
      arguments.add("--import-realm");
    }
    return arguments.toArray(String[]::new);
  }

  private boolean answers() throws IOException {
    return HttpProbe.ok("http://127.0.0.1:" + settings.managementPort() + "/health/ready").ready()
        && HttpProbe.ok(settings.internalUrl() + "/realms/liaison").ready();
  }

  @Override
  public void settle() throws IOException {
    Files.writeString(imported(), addresses());
    Folders.delete(folder.resolve("data/import")); // filled in with secrets
  }

  private boolean isImported() {
    return Files.exists(imported());
  }

  private Path imported() {
    return folder.resolve("imported");
  }
}
