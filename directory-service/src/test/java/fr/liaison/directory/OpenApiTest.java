package fr.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import fr.liaison.test.CommittedOpenApi;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

  @Test
  void theServiceDescribesItselfAsCommitted() {
    CommittedOpenApi.matches(Api.nobody().get("/q/openapi").raw().body());
  }

  @Test
  void everyBodyShowsAnExample() throws IOException {
    JsonNode document =
        new ObjectMapper(new YAMLFactory()).readTree(Api.nobody().get("/q/openapi").raw().body());

    List<String> bare =
        document.findValues("content").stream()
            .flatMap(content -> content.valueStream())
            .filter(body -> !body.has("example"))
            .map(body -> body.at("/schema/$ref").asText())
            .filter(schema -> !schema.isEmpty() && !schema.endsWith("/Problem"))
            .toList();

    assertThat(bare).as("bodies without a golden document of their schema's name").isEmpty();
  }

  @Test
  void everyStatusAnOperationAnswersIsTheOneDocumented() throws Exception {
    Map<String, List<String>> documented = new HashMap<>();
    new ObjectMapper(new YAMLFactory())
        .readTree(Api.nobody().get("/q/openapi").raw().body())
        .get("paths")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .filter(operation -> operation.has("operationId"))
        .forEach(
            operation ->
                documented.put(
                    operation.get("operationId").asText(),
                    operation
                        .get("responses")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(status -> status.startsWith("2"))
                        .toList()));

    int compared = 0;
    for (Class<?> resource : resources()) {
      for (Method method : resource.getDeclaredMethods()) {
        ResponseStatus status = method.getAnnotation(ResponseStatus.class);
        Operation operation = method.getAnnotation(Operation.class);
        if (status != null && operation != null) {
          compared++;
          assertThat(documented.get(operation.operationId()))
              .as(operation.operationId())
              .containsExactly(Integer.toString(status.value()));
        }
      }
    }
    assertThat(compared).isPositive();
  }

  private static List<Class<?>> resources() throws Exception {
    Path root = Path.of("target/classes");
    List<Class<?>> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(one -> one.toString().endsWith("Resource.class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.');
        found.add(
            Class.forName(
                name.substring(0, name.length() - ".class".length()),
                false,
                Thread.currentThread().getContextClassLoader()));
      }
    }
    return found;
  }
}
