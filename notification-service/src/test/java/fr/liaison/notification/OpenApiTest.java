package fr.liaison.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NotificationService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class OpenApiTest {
  private static final Path COMMITTED = Path.of("openapi.yaml");

  /** The order of members is not the same in every build. */
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @Inject Scene scene;

  @Test
  void theServiceDescribesItselfAsCommitted() throws IOException {
    String served = scene.send(HttpRequest.newBuilder(Scene.uri("/q/openapi"))).body();
    if (Boolean.getBoolean("liaison.openapi.write")) {
      Files.writeString(COMMITTED, served);
    }
    assertThat(YAML.readTree(served))
        .as("write it anew with -Dliaison.openapi.write=true and review the difference")
        .isEqualTo(YAML.readTree(COMMITTED.toFile()));
  }
}
