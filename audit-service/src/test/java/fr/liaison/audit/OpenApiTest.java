package fr.liaison.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

  private static final Path COMMITTED = Path.of("openapi.yaml");

  /** Written anew with {@code -Dliaison.openapi.write=true}; the difference is then reviewed. */
  @Test
  void theCommittedDocumentIsWhatTheServiceServes() throws IOException {
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();
    if (Boolean.getBoolean("liaison.openapi.write")) {
      Files.writeString(COMMITTED, served);
    }

    assertThat(served).isEqualTo(Files.readString(COMMITTED));
  }
}
