package fr.liaison.platform;

import fr.liaison.platform.keycloak.KeycloakDistribution;
import fr.liaison.platform.layout.Cache;
import fr.liaison.platform.layout.Checkout;
import fr.liaison.platform.layout.NotBuilt;
import fr.liaison.platform.layout.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The JVM's ahead-of-time caches, one per part, which halve its start. Each is bound to the JVM and
 * to the very files of the part: one older than those is not used and made anew. A missing or
 * unusable cache costs time, never correctness.
 */
final class AotCaches {
  private static final Set<Part> PARTS = EnumSet.complementOf(EnumSet.of(Part.POSTGRESQL));

  private final Programs programs;
  private final Checkout checkout;
  private final Cache cache;

  private AotCaches(Programs programs, Cache cache) {
    this.programs = programs;
    this.checkout = programs.checkout();
    this.cache = cache;
  }

  static AotCaches of(Programs programs) {
    return new AotCaches(programs, Cache.find());
  }

  /** The flag that makes a part use its cache, if there is a good one. */
  List<String> use(Part part) {
    try {
      return PARTS.contains(part) && isFresh(part)
          ? List.of("-XX:AOTCache=" + file(part))
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The flag that makes a part write its cache when it stops. */
  List<String> train(Part part) {
    try {
      return PARTS.contains(part) ? List.of("-XX:AOTCacheOutput=" + unfinished(part)) : List.of();
    } catch (IOException e) {
      return List.of(); // without a cache, then
    }
  }

  /** Whether some part would start faster after a training. */
  boolean incomplete() {
    return PARTS.stream().anyMatch(part -> !isFresh(part));
  }

  void createFolder() throws IOException {
    Files.createDirectories(cache.folder().resolve("aot"));
  }

  /** Deletes what an interrupted training left. */
  void deleteUnfinished() throws IOException {
    for (Part part : PARTS) {
      Files.deleteIfExists(unfinished(part));
      Files.deleteIfExists(Path.of(unfinished(part) + ".config")); // the JVM's own first half
    }
  }

  /** Puts what a training wrote in place. */
  void adopt() throws IOException {
    for (Part part : PARTS) {
      if (Files.exists(unfinished(part))) {
        Files.move(
            unfinished(part),
            file(part),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  Path lock() {
    return cache.folder().resolve("aot/lock");
  }

  private boolean isFresh(Part part) {
    if (!PARTS.contains(part)) {
      return true;
    }
    try {
      Path file = file(part);
      return Files.exists(file)
          && newestUnder(program(part)).compareTo(Files.getLastModifiedTime(file)) < 0;
    } catch (IOException | NotBuilt e) {
      return false;
    }
  }

  private Path unfinished(Part part) throws IOException {
    Path file = file(part);
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /** Named after the program's place, to which the JVM binds it. */
  private Path file(Part part) throws IOException {
    CRC32 key = new CRC32();
    key.update(program(part).toString().getBytes(StandardCharsets.UTF_8));
    key.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
    key.update(System.getProperty("java.home").getBytes(StandardCharsets.UTF_8));
    return cache.folder().resolve("aot/%s-%08x.aot".formatted(part.label(), key.getValue()));
  }

  private Path program(Part part) throws IOException {
    return switch (part) {
      case POSTGRESQL -> throw new IllegalArgumentException("not a Java program");
      case KAFKA -> checkout.kafkaLibraries();
      case S3 -> checkout.objectStoreLibraries();
      case KEYCLOAK ->
          new KeycloakDistribution(checkout.keycloakArchive(), checkout.keycloakProvider(), cache)
              .home()
              .resolve("lib");
      case DIRECTORY, CONVERSATION, ATTACHMENT, NOTIFICATION, AUDIT ->
          programs.service(part.label());
      case GATEWAY -> programs.gateway();
    };
  }

  private static FileTime newestUnder(Path program) throws IOException {
    try (Stream<Path> files = Files.walk(program)) {
      FileTime newest = FileTime.fromMillis(0);
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        FileTime time = Files.getLastModifiedTime(file);
        newest = time.compareTo(newest) > 0 ? time : newest;
      }
      return newest;
    }
  }
}
