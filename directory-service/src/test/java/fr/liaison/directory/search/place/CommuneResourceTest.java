package fr.liaison.directory.search.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CommuneResourceTest extends RunningService {
  @Test
  void aCommuneIsSuggestedWithItsCodesAndDepartment() {
    JsonNode first = suggest("ajacc").body().at("/items/0");
    assertThat(first.path("code").asText()).isEqualTo("2A004");
    assertThat(first.path("name").asText()).isEqualTo("Ajaccio");
    assertThat(first.path("postalCodes").path(0).asText()).isEqualTo("20000");
    assertThat(first.path("department").asText()).isEqualTo("2A");
    assertThat(first.has("partOf")).isFalse();
  }

  @Test
  void whatWasMergedIsFoundUnderItsFormerName() {
    JsonNode first = suggest("chatillon en michaille").body().at("/items/0");
    assertThat(first.path("code").asText()).isEqualTo("01091");
    assertThat(first.path("partOf").asText()).isEqualTo("Valserhône");
    assertThat(first.path("postalCodes").path(0).asText()).isEqualTo("01200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void nothingTypedIsRefused(String name) {
    Api.Answer answer = suggest(name);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("field").asText()).isEqualTo("name");
  }

  @Test
  void tooLongAnInputIsRefusedAndAHostileOneFindsNothing() {
    assertThat(suggest("a".repeat(101)).status()).isEqualTo(400);
    assertThat(suggest("a ".repeat(50)).status()).isEqualTo(200);
    Api.Answer hostile = suggest("%' or 1=1 -- \u0000 \u202e (a+)+$");
    assertThat(hostile.status()).isEqualTo(200);
    assertThat(hostile.body().path("items")).isEmpty();
  }

  @Test
  void nobodyIsAskedToLogIn() {
    assertThat(Api.nobody().get("/v1/communes?name=arras").status()).isEqualTo(401);
  }

  private static Api.Answer suggest(String name) {
    return practitioner(CLAIRE_MOREAU)
        .get("/v1/communes?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
  }
}
