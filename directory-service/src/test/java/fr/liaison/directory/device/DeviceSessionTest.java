package fr.liaison.directory.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.FakeKeycloak;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The login sessions of a device end with it: whoever found the phone is logged out. */
@QuarkusTest
class DeviceSessionTest extends RunningService {
  private static final String ACCOUNT = "account-of-" + THOMAS_ROUSSEAU;

  @Inject Events events;
  @Inject Database database;
  @Inject RevokeExpiredDevices sweeper;

  private final String phone = UUID.randomUUID().toString();
  private final String desk = UUID.randomUUID().toString();

  @AfterEach
  void leaveNothing() {
    FakeKeycloak.broken(false);
    in(desk)
        .get("/v1/devices")
        .body()
        .path("items")
        .forEach(device -> in(desk).delete("/v1/devices/" + device.path("id").asText()));
  }

  @Test
  void theSessionOfALostPhoneEndsAndTheOneThatRevokesItGoesOn() {
    String lost = enrolled(phone);
    enrolled(desk);

    revoke(desk, lost);

    awaitEnd(phone);
    assertThat(FakeKeycloak.ended(desk)).isFalse();
    assertThat(FakeKeycloak.loggedOut(ACCOUNT)).isFalse();
    assertThat(events.acts("account.logout", ACCOUNT)).isNotEmpty();
  }

  @Test
  void everySessionTheDeviceWasUsedInEnds() {
    String lost = enrolled(phone);
    String later = UUID.randomUUID().toString();
    assertThat(use(in(later), lost)).isEqualTo(200);

    revoke(desk, lost);

    awaitEnd(later);
    awaitEnd(phone);
  }

  @Test
  void somebodyElseWhoNamesTheDeviceChangesNothing() {
    String lost = enrolled(phone);
    String stranger = UUID.randomUUID().toString();
    Api other =
        Api.as(
            TestTokens.practitioner("account-of-" + NADIA_HADDAD, NADIA_HADDAD)
                .claim("sid", stranger));
    assertThat(use(other, lost)).isEqualTo(200);

    revoke(desk, lost);

    awaitEnd(phone);
    assertThat(FakeKeycloak.ended(stranger)).isFalse();
  }

  @Test
  void whoeverFoundThePhoneKeepsItsSessionByNoOtherDevice() {
    String lost = enrolled(phone);
    String tablet = enrolled(UUID.randomUUID().toString());
    assertThat(use(in(phone), tablet)).isEqualTo(200);

    revoke(desk, lost);

    awaitEnd(phone);
  }

  @Test
  void itIsEndedOnceKeycloakIsBack() {
    String lost = enrolled(phone);
    FakeKeycloak.broken(true);
    revoke(desk, lost);
    assertThat(FakeKeycloak.ended(phone)).isFalse();

    FakeKeycloak.broken(false);

    awaitEnd(phone);
  }

  @Test
  void aSessionNotedWhileItsDeviceWasRevokedEndsWithTheNextSweep() {
    String lost = enrolled(phone);
    revoke(desk, lost);
    String late = UUID.randomUUID().toString();
    database.run(
        transaction ->
            transaction.update(
                "insert into device_session (device_id, session_id, noted_at) values ($1, $2, now())",
                UUID.fromString(lost),
                late));

    sweeper.sweep();

    awaitEnd(late);
  }

  private static Api in(String session) {
    return Api.as(TestTokens.practitioner(ACCOUNT, THOMAS_ROUSSEAU).claim("sid", session));
  }

  private static String enrolled(String session) {
    return new TestDevice().enrol(in(session)).body().path("id").asText();
  }

  private static int use(Api person, String device) {
    return person.send(person.request("/v1/me").header("Liaison-Device", device).GET()).status();
  }

  private static void revoke(String session, String device) {
    assertThat(in(session).delete("/v1/devices/" + device).status()).isEqualTo(204);
  }

  private static void awaitEnd(String session) {
    await().atMost(Duration.ofSeconds(30)).until(() -> FakeKeycloak.ended(session));
  }
}
