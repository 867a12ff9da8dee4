package fr.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiDocumentTest {
  private static final Path COMMITTED = Path.of("openapi.yaml");

  /** Clients generate types from the committed document; rewrite it with liaison.golden.write. */
  @Test
  void theCommittedDocumentIsWhatTheServiceSays() throws IOException {
    String served = Api.nobody().get("/q/openapi").raw().body();
    if (Boolean.getBoolean("liaison.golden.write")) {
      Files.writeString(COMMITTED, served);
    }
    assertThat(served).isEqualTo(Files.readString(COMMITTED));
  }
}
