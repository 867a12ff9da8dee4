package fr.liaison.directory.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates that end, and what becomes of their devices. */
@QuarkusTest
class RenewalTest extends RunningService {
  @Inject Events events;
  @Inject Database database;
  @Inject RevokeExpiredDevices revokeExpired;

  private final Api ines = practitioner(INES_CARON);
  private final TestDevice device = new TestDevice();
  private String id = "";
  private JsonNode enrolled;

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

  private void endsIn(Duration left) {
    database.run(
        transaction ->
            transaction.update(
                "update device set expires_at = $2 where id = $1",
                UUID.fromString(id),
                OffsetDateTime.now(ZoneOffset.UTC).plus(left)));
  }

  @Test
  void aDeviceGetsANewCertificateOfTheSameKeyWithoutAFreshLogin() {
    endsIn(Duration.ofDays(10));

    Api.Answer renewed = device.renew(ines, id);

    assertThat(renewed.status()).isEqualTo(200);
    assertThat(renewed.body().path("signatureKey")).isEqualTo(enrolled.path("signatureKey"));
    assertThat(renewed.body().path("certificateChain"))
        .isNotEqualTo(enrolled.path("certificateChain"));
    assertThat(Instant.parse(renewed.body().path("expiresAt").asText()))
        .isAfter(Instant.now().plus(Duration.ofDays(80)));
    assertThat(events.of("device-enrolled", id)).hasSize(2);
    assertThat(events.acts("device.renew", id)).hasSize(1);
  }

  @Test
  void whileMostOfItIsLeftTheCertificateStaysAsItIs() {
    Api.Answer again = device.renew(ines, id);

    assertThat(again.body()).isEqualTo(enrolled);
    assertThat(events.of("device-enrolled", id)).hasSize(1);
  }

  @Test
  void aDeviceWhoseCertificateEndedIsNotRevokedWhileItCanBeRenewed() {
    endsIn(Duration.ofDays(-179));
    revokeExpired.sweepBatch();

    assertThat(events.of("device-revoked", id)).isEmpty();
    assertThat(
            practitioner(CLAIRE_MOREAU)
                .get("/v1/practitioners/" + idOf(INES_CARON) + "/devices")
                .raw()
                .body())
        .doesNotContain(id);
    assertThat(device.renew(ines, id).status()).isEqualTo(200);
  }

  @Test
  void aDeviceThatNobodyRenewedIsRevokedInTheEnd() {
    endsIn(Duration.ofDays(-181));
    revokeExpired.sweepBatch();

    assertThat(events.of("device-revoked", id))
        .singleElement()
        .satisfies(event -> assertThat(event).contains("expired"));
    assertThat(device.renew(ines, id).code()).isEqualTo("device-revoked");
  }

  @Test
  void onlyTheHolderOfTheKeyRenewsAndOnlyOnceForAChallenge() {
    String path = "/v1/devices/" + id + "/certificate";
    String challenge = TestDevice.challenge(ines);
    assertThat(ines.put(path, new TestDevice().renewal(challenge)).code())
        .isEqualTo("proof-invalid");
    assertThat(
            ines.put(path, Map.of("challenge", challenge, "proof", device.proof(challenge))).code())
        .as("a proof made to enrol")
        .isEqualTo("proof-invalid");
    assertThat(ines.put(path, device.renewal(challenge)).status()).isEqualTo(200);
    assertThat(ines.put(path, device.renewal(challenge)).code()).isEqualTo("challenge-spent");
    assertThat(events.acts("device.renew", id))
        .filteredOn(act -> act.contains("refused"))
        .hasSize(3);
  }

  @Test
  void somebodyElsesDeviceCannotBeRenewed() {
    Api thomas = practitioner(THOMAS_ROUSSEAU);
    thomas.get("/v1/me");

    assertThat(device.renew(thomas, id).code()).isEqualTo("not-found");
    assertThat(Api.nobody().put("/v1/devices/" + id + "/certificate", Map.of()).code())
        .isEqualTo("unauthenticated");
  }

  @Test
  void malformedRenewalsAreRefusedWithTheFieldAndNothingEchoed() {
    String path = "/v1/devices/" + id + "/certificate";
    for (String proof : new String[] {"", "x".repeat(129), "AAAA", "é"}) {
      Api.Answer answer = ines.put(path, Map.of("challenge", "planted", "proof", proof));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.raw().body()).contains("proof").doesNotContain("planted");
    }
    assertThat(ines.put("/v1/devices/nonsense/certificate", Map.of()).code())
        .isEqualTo("not-found");
  }
}
