package fr.liaison.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The service's {@code openapi.yaml}, from which clients generate their types. Written anew with
 * {@code -Dliaison.openapi.write=true}, then reviewed and committed.
 */
public final class CommittedOpenApi {
  private static final Path FILE = Path.of("openapi.yaml");

  /** The order of members is not the same in every build, so trees are compared and not text. */
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private CommittedOpenApi() {}

  /** Asserts that the running service describes itself as committed. */
  public static void matches(String served) {
    try {
      if (Boolean.getBoolean("liaison.openapi.write")) {
        Files.writeString(FILE, served);
      }
      assertThat(YAML.readTree(served))
          .as("write it anew with -Dliaison.openapi.write=true and review the difference")
          .isEqualTo(YAML.readTree(FILE.toFile()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
