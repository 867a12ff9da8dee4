package fr.liaison.directory.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the transparency log is told of devices. */
@QuarkusTest
class DeviceBindingTest extends RunningService {
  @Inject Events events;
  @Inject Database database;
  @Inject LogMissingBindings logMissing;
  @Inject RevokeExpiredDevices revokeExpired;

  private final Api ines = practitioner(INES_CARON);
  private final TestDevice device = new TestDevice();
  private JsonNode enrolled;
  private String id = "";

  @BeforeEach
  void enrol() {
    enrolled = device.enrol(ines).body();
    id = enrolled.path("id").asText();
  }

  @AfterEach
  void revokeAll() {
    ines.delete("/v1/devices/" + id);
    database.run(transaction -> transaction.update("delete from device_challenge"));
  }

  @Test
  void anEnrolmentCommitsToKeyPersonAndExpiryAndToNothingElse() throws Exception {
    JsonNode act = bindings().getFirst();

    byte[] key = Bytes.parse(enrolled.path("signatureKey").asText()).toArray();
    String digest = Bytes.of(MessageDigest.getInstance("SHA-256").digest(key)).toBase64Url();
    assertThat(bindings()).hasSize(1);
    assertThat(act.path("object").path("type").asText()).isEqualTo("device");
    assertThat(act.path("object").path("id").asText()).isEqualTo(id);
    assertThat(act.path("actor").properties()).isEmpty();
    JsonNode said = act.path("details");
    assertThat(said.path("event").asText()).isEqualTo("bound");
    assertThat(said.path("practitioner").asText()).isEqualTo(idOf(INES_CARON));
    assertThat(said.path("nationalId").asText()).isEqualTo(INES_CARON);
    assertThat(said.path("signatureKeySha256").asText()).isEqualTo(digest);
    assertThat(said.path("expiresAt").asText()).isEqualTo(enrolled.path("expiresAt").asText());
    assertThat(said.properties()).hasSize(5);
    assertThat(act.toString())
        .doesNotContain(accountOf(INES_CARON), enrolled.path("name").asText());
  }

  @Test
  void aRefusedEnrolmentBindsNothing() {
    TestDevice other = new TestDevice();
    var request = other.request(TestDevice.challenge(ines));
    request.put("proof", new TestDevice().proof("something else"));

    assertThat(ines.post("/v1/devices", request).code()).isEqualTo("proof-invalid");

    assertThat(bindings()).hasSize(1);
  }

  @Test
  void aRenewalBindsTheSameKeyAgain() {
    endsIn(Duration.ofDays(10));
    device.renew(ines, id);
    device.renew(ines, id);

    List<JsonNode> bindings = bindings();
    assertThat(bindings).hasSize(2);
    assertThat(bindings.getLast().path("details").path("event").asText()).isEqualTo("renewed");
    assertThat(bindings.getLast().path("details").path("signatureKeySha256"))
        .isEqualTo(bindings.getFirst().path("details").path("signatureKeySha256"));
  }

  @Test
  void aRevocationIsLoggedOnceHoweverOftenItIsAskedFor() {
    ines.delete("/v1/devices/" + id);
    ines.delete("/v1/devices/" + id);
    logMissing.sweep();

    List<JsonNode> bindings = bindings();
    assertThat(bindings).hasSize(2);
    assertThat(bindings.getLast().path("details").path("event").asText()).isEqualTo("revoked");
    assertThat(bindings.getLast().path("details").path("practitioner").asText())
        .isEqualTo(idOf(INES_CARON));
  }

  @Test
  void aDeviceThatExpiredIsLoggedAsRevoked() {
    endsIn(Duration.ofDays(-181));
    revokeExpired.sweepBatch();

    assertThat(bindings().getLast().path("details").path("event").asText()).isEqualTo("revoked");
  }

  @Test
  void aDeviceFromBeforeTheLogKnewBindingsIsLoggedAfterwardsAndOnce() {
    database.run(
        transaction -> {
          transaction.update(
              "update device set binding_logged = false where id = $1", UUID.fromString(id));
          transaction.update("delete from outbox where strpos(data, $1) > 0", id);
        });

    logMissing.sweep();
    logMissing.sweep();

    assertThat(bindings()).hasSize(1);
    assertThat(bindings().getFirst().path("details").path("event").asText()).isEqualTo("bound");
    assertThat(bindings().getFirst().path("details").path("nationalId").asText())
        .isEqualTo(INES_CARON);
  }

  @Test
  void aRevocationByAnOlderInstanceIsLoggedAfterwardsAndOnce() {
    database.run(
        transaction ->
            transaction.update(
                """
                update device set status = 'revoked', revoked_at = now(), revocation_reason = 'owner'
                where id = $1
                """,
                UUID.fromString(id)));

    logMissing.sweep();
    logMissing.sweep();

    assertThat(bindings()).hasSize(2);
    JsonNode said = bindings().getLast().path("details");
    assertThat(said.path("event").asText()).isEqualTo("revoked");
    assertThat(said.path("practitioner").asText()).isEqualTo(idOf(INES_CARON));
  }

  private List<JsonNode> bindings() {
    return events.acts(DeviceBindings.ACTION, id).stream().map(DeviceBindingTest::json).toList();
  }

  private static JsonNode json(String data) {
    try {
      return ContractJson.mapper().readTree(data);
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private void endsIn(Duration left) {
    database.run(
        transaction ->
            transaction.update(
                "update device set expires_at = $2 where id = $1",
                UUID.fromString(id),
                OffsetDateTime.now(ZoneOffset.UTC).plus(left)));
  }
}
