package fr.liaison.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the web client's own code wrote: {@code web/src/core/testing/javaVectors.test.ts}. */
public final class WebVectors {
  private WebVectors() {}

  public static JsonNode read() {
    try (InputStream file = WebVectors.class.getResourceAsStream("/vectors/web.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
