package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed {@code openapi.yaml}, from which clients generate types, says what the code does.
 * After a wanted change, run this test with {@code -Dliaison.openapi.write=true} and commit the
 * file.
 */
@QuarkusTest
class OpenApiTest extends ServiceScene {
  private static final Path COMMITTED = Path.of("openapi.yaml");

  @Test
  void theCommittedDocumentIsWhatTheServiceSays() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/q/openapi"))
            .header("Accept", "application/yaml")
            .build();
    String said = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    if (Boolean.getBoolean("liaison.openapi.write")) {
      Files.writeString(COMMITTED, said);
    }
    assertThat(said).isEqualTo(Files.readString(COMMITTED));
  }
}
