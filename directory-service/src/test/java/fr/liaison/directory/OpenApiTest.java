package fr.liaison.directory;

import fr.liaison.test.CommittedOpenApi;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

  @Test
  void theServiceDescribesItselfAsCommitted() {
    CommittedOpenApi.matches(Api.nobody().get("/q/openapi").raw().body());
  }
}
