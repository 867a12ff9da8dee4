package fr.liaison.platform.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;

/**
 * A Maven module that one of the platform's programs comes from.
 *
 * @param part label of the part that needs it
 * @param name its folder, as Maven's {@code -pl} wants it
 * @param artifact what it makes, relative to its folder
 * @param inputs other modules' folders whose sources end up in the artifact
 */
record BuildModule(String part, String name, String artifact, List<String> inputs) {
  private static final Set<String> NOT_SOURCES =
      Set.of("target", "node_modules", "dist", "test", ".git");

  static final List<BuildModule> ALL =
      List.of(
          new BuildModule(
              "keycloak",
              "deploy/keycloak",
              "target/liaison-keycloak-0.1.0-SNAPSHOT.jar",
              List.of()),
          new BuildModule(
              "gateway",
              "deploy/gateway",
              "target/liaison-gateway-0.1.0-SNAPSHOT.jar",
              List.of("contracts")),
          service("directory"),
          service("conversation"),
          service("attachment"),
          service("notification"),
          service("audit"),
          new BuildModule("gateway", "web", "dist/index.html", List.of()));

  private static BuildModule service(String name) {
    return new BuildModule(
        name,
        name + "-service",
        "target/quarkus-app/quarkus-run.jar",
        List.of("contracts", "service-kit"));
  }

  boolean isStale(Path root, Path stamps) throws IOException {
    Path made = root.resolve(name).resolve(artifact);
    if (!Files.exists(made)) {
      return true;
    }
    FileTime built = Files.getLastModifiedTime(made);
    if (Files.exists(stamp(stamps))) {
      FileTime stamped = Files.getLastModifiedTime(stamp(stamps));
      built = stamped.compareTo(built) > 0 ? stamped : built;
    }
    if (changedSince(root.resolve(name), built)) {
      return true;
    }
    for (String input : inputs) {
      if (changedSince(root.resolve(input), built)) {
        return true;
      }
    }
    return false;
  }

  /** Remembers that it was built now, because Maven leaves an unchanged artifact untouched. */
  void markBuilt(Path stamps) throws IOException {
    Files.createDirectories(stamps);
    Files.writeString(stamp(stamps), "");
  }

  private Path stamp(Path stamps) {
    return stamps.resolve(name.replace('/', '-'));
  }

  private static boolean changedSince(Path folder, FileTime built) throws IOException {
    boolean[] changed = {false};
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            return NOT_SOURCES.contains(inner.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            changed[0] |=
                attributes.lastModifiedTime().compareTo(built) > 0
                    && !file.toString().endsWith(".md");
            return changed[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE; // an editor's temporary file
          }
        });
    return changed[0];
  }
}
