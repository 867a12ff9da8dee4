package fr.liaison.conversation;

import fr.liaison.test.CommittedOpenApi;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends ServiceScene {
  @Test
  void theServiceDescribesItselfAsCommitted() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/q/openapi"))
            .header("Accept", "application/yaml")
            .build();
    String said = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    CommittedOpenApi.matches(said);
  }
}
