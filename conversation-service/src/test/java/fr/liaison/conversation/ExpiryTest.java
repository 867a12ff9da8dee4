package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.contracts.event.DeviceEnrolled;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.outbox.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Devices whose certificate ends, and is renewed. */
@QuarkusTest
class ExpiryTest extends ServiceScene {
  @Inject Outbox outbox;

  private void end(Device device) {
    database.run(
        tx ->
            tx.update(
                "update known_device set expires_at = $2 where device_id = $1",
                device.id(),
                OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1)));
  }

  private void renew(Device device) {
    database.run(
        tx ->
            outbox.append(
                tx,
                new DeviceEnrolled(
                    device.id(),
                    device.account(),
                    device.practitioner(),
                    Bytes.of(device.key()),
                    Instant.now().plus(Duration.ofDays(90)))));
  }

  @Test
  void itIsToldApartFromARevokedOneAndGoesOnOnceRenewed() throws Exception {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    end(bob);

    assertThat(send(bob, id, 1).code()).isEqualTo("device-expired");
    assertThat(StreamClient.connect(HTTP, service).hello(bob.token(), bob.id()).awaitClose())
        .isEqualTo(4410);
    renew(bob);

    Awaitility.await().until(() -> send(bob, id, 1).status() == 201);
  }

  @Test
  void aMemberWhoseLeafStillBearsTheOldCertificateCommitsOnceRenewed() {
    Device alice = enrol();
    alice.certifyBy(TestAuthority::ended);
    UUID id = UUID.randomUUID();

    assertThat(post(alice, "/v1/conversations", opening(alice, id, "group")).status())
        .isEqualTo(201);
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(enrol()), List.of())).status())
        .isEqualTo(201);
  }

  @Test
  void noKeyPackageWithACertificateThatEndedIsTaken() {
    Device alice = enrol();
    alice.certifyBy(TestAuthority::ended);

    Answer refused =
        post(
            alice,
            "/v1/key-packages",
            Map.of("keyPackages", List.of(TestGroups.base64(alice.keyPackage().message()))));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("reason").asText()).isEqualTo("credential");
  }
}
