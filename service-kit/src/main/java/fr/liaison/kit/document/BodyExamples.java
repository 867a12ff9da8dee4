package fr.liaison.kit.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives bodies of requests and answers an example: the newest frozen document of their schema, so
 * that what the document shows is what tests hold the service to. A service puts those documents
 * under {@value #FOLDER}; a schema {@code DeviceList} finds {@code device-list.v1.json}. Bodies
 * without one stay as they are.
 */
final class BodyExamples {
  static final String FOLDER = "META-INF/examples/";

  private static final ObjectMapper JSON = new ObjectMapper();

  private BodyExamples() {}

  static void addTo(OpenAPI document) {
    document.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream())
        .flatMap(BodyExamples::bodies)
        .flatMap(content -> content.getMediaTypes().values().stream())
        .forEach(BodyExamples::illustrate);
  }

  private static Stream<Content> bodies(Operation operation) {
    Stream<Content> answers =
        operation.getResponses().getAPIResponses().values().stream()
            .flatMap(answer -> Stream.ofNullable(answer.getContent()));
    return Stream.concat(
        Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent()), answers);
  }

  private static void illustrate(MediaType body) {
    Optional.ofNullable(body.getSchema())
        .map(Schema::getRef)
        .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
        .flatMap(BodyExamples::newest)
        .ifPresent(body::setExample);
  }

  private static Optional<Object> newest(String schema) {
    String name =
        FOLDER + schema.replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".v";
    Optional<Object> found = Optional.empty();
    for (int version = 1; ; version++) {
      Optional<Object> next = read(name + version + ".json");
      if (next.isEmpty()) {
        return found;
      }
      found = next;
    }
  }

  private static Optional<Object> read(String resource) {
    try (InputStream stream =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      return stream == null ? Optional.empty() : Optional.of(JSON.readValue(stream, Map.class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
