package fr.liaison.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A frozen JSON document under {@code src/test/resources/golden}. What we write must equal it and
 * it must still read as the same value. Files are made once with {@code
 * -Dliaison.golden.write=true} and never edited: a changed shape is a new name with a higher
 * version.
 */
public final class GoldenFile {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private final Path file;

  private GoldenFile(Path file) {
    this.file = file;
  }

  /** The file {@code golden/<name>.json}, for example {@code message-accepted.v1}. */
  public static GoldenFile named(String name) {
    return new GoldenFile(FOLDER.resolve(name + ".json"));
  }

  /** Asserts both directions with the mapper that production uses. */
  public void matches(Object value, ObjectMapper mapper) {
    try {
      String written = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
      if (Boolean.getBoolean("liaison.golden.write") && Files.notExists(file)) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, written);
      }
      assertThat(file).as("golden file, made once and committed").exists();
      assertThat(mapper.readTree(written))
          .as("what is written now, against %s", file)
          .isEqualTo(mapper.readTree(file.toFile()));
      assertThat(mapper.readValue(file.toFile(), value.getClass()))
          .as("what %s reads as", file)
          .isEqualTo(value);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
