package fr.liaison.audit;

import static io.restassured.RestAssured.given;

import fr.liaison.test.CommittedOpenApi;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
  @Test
  void theServiceDescribesItselfAsCommitted() {
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();
    CommittedOpenApi.matches(served);
  }
}
