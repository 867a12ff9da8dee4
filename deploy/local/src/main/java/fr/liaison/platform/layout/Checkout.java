package fr.liaison.platform.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The source tree this platform belongs to, and what Maven has put into its build folders. */
public record Checkout(Path root) {
  static final String VERSION = "0.1.0-SNAPSHOT";

  /** From the property {@code liaison.root} or the environment, else upwards from here. */
  public static Checkout find() {
    String given = System.getProperty("liaison.root", System.getenv("LIAISON_ROOT"));
    if (given != null) {
      return new Checkout(Path.of(given).toAbsolutePath().normalize());
    }
    for (@Nullable Path here = Path.of("").toAbsolutePath();
        here != null;
        here = here.getParent()) {
      if (Files.isDirectory(here.resolve("deploy/local/servers"))) {
        return new Checkout(here);
      }
    }
    throw new IllegalStateException("not inside a Liaison checkout: set LIAISON_ROOT");
  }

  public Path kafkaLibraries() {
    return built(root.resolve("deploy/local/servers/kafka/target/libs"));
  }

  public Path objectStoreLibraries() {
    return built(root.resolve("deploy/local/servers/s3proxy/target/libs"));
  }

  public Path postgresArchive() throws IOException {
    return archive("postgresql-", ".jar");
  }

  public Path keycloakArchive() throws IOException {
    return archive("keycloak-", ".zip");
  }

  public Path keycloakProvider() {
    return built(root.resolve("deploy/keycloak/target/liaison-keycloak-" + VERSION + ".jar"));
  }

  public Path realmTemplates() {
    return built(root.resolve("deploy/keycloak/src/main/realms"));
  }

  /** The fictional register the directory starts with. */
  public Path register() throws IOException {
    return only(root.resolve("directory-service/src/main/resources/register"), "PS_", ".txt");
  }

  private Path archive(String prefix, String suffix) throws IOException {
    return only(root.resolve("deploy/local/target/servers"), prefix, suffix);
  }

  private static Path only(Path folder, String prefix, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(built(folder))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .max(Path::compareTo)
          .orElseThrow(() -> new NotBuilt(folder.resolve(prefix + "*" + suffix)));
    }
  }

  static Path built(Path artifact) {
    if (!Files.exists(artifact)) {
      throw new NotBuilt(artifact);
    }
    return artifact;
  }
}
