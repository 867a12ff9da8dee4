package fr.liaison.notification;

import fr.liaison.test.CommittedOpenApi;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NotificationService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class OpenApiTest {
  @Inject Scene scene;

  @Test
  void theServiceDescribesItselfAsCommitted() throws IOException {
    String served = scene.send(HttpRequest.newBuilder(Scene.uri("/q/openapi"))).body();
    CommittedOpenApi.matches(served);
  }
}
