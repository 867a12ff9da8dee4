package fr.liaison.attachment;

import fr.liaison.test.CommittedOpenApi;
import fr.liaison.test.ObjectStoreResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AttachmentService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
@QuarkusTestResource(TokensResource.class)
class OpenApiTest {
  @Test
  void theServiceDescribesItselfAsCommitted() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String served =
          http.send(
                  HttpRequest.newBuilder(TusClient.uri("/q/openapi")).build(),
                  BodyHandlers.ofString())
              .body();
      CommittedOpenApi.matches(served);
    }
  }
}
