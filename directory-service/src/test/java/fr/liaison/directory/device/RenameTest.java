package fr.liaison.directory.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RenameTest extends RunningService {
  @Inject Events events;

  private final Api karim = practitioner(KARIM_BENALI);
  private String id = "";

  @BeforeEach
  void enrol() {
    id = new TestDevice().enrol(karim).body().path("id").asText();
  }

  @AfterEach
  void revoke() {
    karim.delete("/v1/devices/" + id);
  }

  @Test
  void theOwnerCallsADeviceWhatTheyLikeAndNobodyIsTold() {
    Api.Answer renamed = rename(karim, " Tablette du cabinet ");

    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.body().path("name").asText()).isEqualTo("Tablette du cabinet");
    JsonNode listed = karim.get("/v1/devices").body();
    assertThat(listed.path("items").findValuesAsText("name")).contains("Tablette du cabinet");
    assertThat(listed.path("most").asInt()).isEqualTo(3);
    assertThat(events.acts("device.rename", id))
        .singleElement()
        .satisfies(act -> assertThat(act).doesNotContain("Tablette"));
    assertThat(events.of("device-enrolled", id)).hasSize(1);
  }

  @Test
  void whatIsNoNameIsRefusedAndNotEchoed() {
    for (String name : List.of("", " ", "SPLEEN".repeat(11), "a\u202eb", "a\u0000b")) {
      Api.Answer answer = rename(karim, name);
      assertThat(answer.code()).isEqualTo("invalid-parameter");
      assertThat(answer.raw().body()).doesNotContain("SPLEEN");
    }
  }

  @Test
  void nobodyRenamesTheDeviceOfSomebodyElseOrOneThatIsRevoked() {
    assertThat(rename(practitioner(THOMAS_ROUSSEAU), "Le mien").code()).isEqualTo("not-found");
    assertThat(rename(administrator(), "Le mien").code()).isEqualTo("forbidden");
    assertThat(
            karim.put("/v1/devices/" + UUID.randomUUID() + "/name", Map.of("name", "Rien")).code())
        .isEqualTo("not-found");
    karim.delete("/v1/devices/" + id);
    assertThat(rename(karim, "Trop tard").code()).isEqualTo("device-revoked");
  }

  private Api.Answer rename(Api api, String name) {
    return api.put("/v1/devices/" + id + "/name", Map.of("name", name));
  }
}
