package fr.liaison.platform.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildModuleTest {
  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path root;
  private final BuildModule module =
      new BuildModule("thing", "thing", "target/thing.jar", List.of("contracts"));

  @BeforeEach
  void sourcesAndArtifact() throws IOException {
    write("contracts/src/main/java/Contract.java", EARLY);
    write("thing/src/main/java/Thing.java", EARLY);
    write("thing/src/test/java/ThingTest.java", EARLY);
    write("thing/target/thing.jar", EARLY.plusSeconds(10));
  }

  @Test
  void anArtifactNewerThanItsSourcesIsFresh() throws IOException {
    assertThat(isStale()).isFalse();
  }

  @Test
  void aMissingArtifactIsStale() throws IOException {
    Files.delete(root.resolve("thing/target/thing.jar"));
    assertThat(isStale()).isTrue();
  }

  @Test
  void aChangedSourceOrInputMakesItStale() throws IOException {
    write("contracts/src/main/java/Contract.java", EARLY.plusSeconds(20));
    assertThat(isStale()).isTrue();
  }

  @Test
  void aChangedTestDoesNot() throws IOException {
    write("thing/src/test/java/ThingTest.java", EARLY.plusSeconds(20));
    assertThat(isStale()).isFalse();
  }

  @Test
  void aBuildThatLeftTheArtifactUntouchedIsRemembered() throws IOException {
    write("thing/src/main/java/Thing.java", EARLY.plusSeconds(20));
    module.markBuilt(root.resolve("stamps"));
    assertThat(isStale()).isFalse();
  }

  private boolean isStale() throws IOException {
    return module.isStale(root, root.resolve("stamps"));
  }

  private void write(String file, Instant time) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "");
    Files.setLastModifiedTime(path, FileTime.from(time));
  }
}
