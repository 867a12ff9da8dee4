package fr.liaison.directory.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeviceResourceTest extends RunningService {
  @Inject Events events;
  @Inject Database database;

  private final Api zoe = practitioner(ZOE_LEFEVRE);

  @AfterEach
  void revokeAll() {
    zoe.get("/v1/devices")
        .body()
        .get("items")
        .forEach(device -> zoe.delete("/v1/devices/" + device.get("id").asText()));
    database.run(transaction -> transaction.update("delete from device_challenge"));
  }

  @Test
  void anEnrolledDeviceHasACertificateThatItsRootVouchesFor() throws Exception {
    TestDevice device = new TestDevice();
    Api.Answer answer = device.enrol(zoe);
    assertThat(answer.status()).isEqualTo(201);
    JsonNode enrolled = answer.body();
    assertThat(enrolled.get("status").asText()).isEqualTo("active");
    assertThat(enrolled.get("name").asText()).isEqualTo("Téléphone de garde");

    List<X509Certificate> chain = certificates(enrolled.get("certificateChain"));
    JsonNode anchor = Api.nobody().get("/v1/trust-anchor").body();
    X509Certificate root = certificate(anchor.get("rootCertificate").asText());
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX")
        .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);

    X509Certificate leaf = chain.getFirst();
    byte[] spki = leaf.getPublicKey().getEncoded();
    assertThat(Arrays.copyOfRange(spki, spki.length - 32, spki.length))
        .isEqualTo(Base64.getUrlDecoder().decode(device.publicKey()));
    assertThat(leaf.getSubjectX500Principal().getName("RFC1779", Map.of("2.5.4.5", "SERIAL")))
        .contains("CN=Zoé LEFÈVRE")
        .contains("SERIAL=" + ZOE_LEFEVRE);
    assertThat(leaf.getSubjectAlternativeNames())
        .containsExactly(List.of(6, "urn:liaison:device:" + enrolled.get("id").asText()));
    assertThat(leaf.getKeyUsage()[0]).isTrue();
    assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
    assertThat(leaf.getNotAfter().toInstant())
        .isEqualTo(Instant.parse(enrolled.get("expiresAt").asText()))
        .isBetween(
            Instant.now().plus(Duration.ofDays(89)), Instant.now().plus(Duration.ofDays(91)));
    assertThat(leaf.getSigAlgName()).isEqualTo("SHA256withECDSA");
  }

  @Test
  void anEnrolmentThatMeetsTheDepartureOfThePersonIsRefused() throws Exception {
    UUID person = UUID.fromString(zoe.get("/v1/me").body().at("/practitioner/id").asText());
    TestDevice device = new TestDevice();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Api.Answer>> enrolment = new ArrayList<>();
      database.run(
          importing -> {
            importing.update(
                "update practitioner set status = 'departed', departed_at = now() where id = $1",
                person);
            enrolment.add(threads.submit(() -> device.enrol(zoe)));
            await().until(this::somebodyWaitsForALock);
          });

      assertThat(enrolment.getFirst().get().status()).isEqualTo(403);
      assertThat(enrolment.getFirst().get().code()).isEqualTo("registration-ended");
    } finally {
      database.run(
          transaction ->
              transaction.update(
                  "update practitioner set status = 'active', departed_at = null where id = $1",
                  person));
    }
  }

  private boolean somebodyWaitsForALock() {
    return database
        .read(
            reader ->
                reader.first(
                    row -> row.getInteger(0),
                    """
                    select 1 from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock'
                    """))
        .isPresent();
  }

  @Test
  void enrollingIsToldToTheOtherServicesAndToTheAuditTrail() {
    Api.Answer answer = new TestDevice().enrol(zoe);
    String id = answer.body().get("id").asText();
    assertThat(events.of("device-enrolled", id))
        .singleElement()
        .satisfies(
            data ->
                assertThat(data)
                    .contains(accountOf(ZOE_LEFEVRE))
                    .contains(answer.body().get("signatureKey").asText()));
    assertThat(events.acts("device.enrol", id)).hasSize(1);
  }

  @Test
  void othersSeeTheActiveDevicesOnly() {
    String first = new TestDevice().enrol(zoe).body().get("id").asText();
    String second = new TestDevice().enrol(zoe).body().get("id").asText();
    zoe.delete("/v1/devices/" + first);
    Api claire = practitioner(CLAIRE_MOREAU);
    String path = "/v1/practitioners/" + idOf(ZOE_LEFEVRE);
    assertThat(claire.get(path + "/devices").body().get("items"))
        .singleElement()
        .satisfies(
            device -> {
              assertThat(device.get("id").asText()).isEqualTo(second);
              assertThat(device.has("name")).isFalse();
              assertThat(device.get("certificateChain")).hasSize(2);
            });
    assertThat(claire.get(path).body().get("reachable").asBoolean()).isTrue();
    assertThat(claire.get("/v1/practitioners/" + UUID.randomUUID() + "/devices").code())
        .isEqualTo("not-found");
  }

  @Test
  void aChallengeServesOnceEvenWhenManyAnswerItTogether() throws Exception {
    String challenge = TestDevice.challenge(zoe);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Api.Answer>> calls =
          IntStream.range(0, 8)
              .<Callable<Api.Answer>>mapToObj(
                  i -> () -> zoe.post("/v1/devices", new TestDevice().request(challenge)))
              .toList();
      List<String> codes = new ArrayList<>();
      for (Future<Api.Answer> answer : threads.invokeAll(calls)) {
        codes.add(answer.get().status() + answer.get().code());
      }
      assertThat(codes).containsOnlyOnce("201").containsOnly("201", "409challenge-spent");
    }
  }

  @Test
  void aChallengeOfAnotherAccountAnExpiredAndAnInventedOneAreSpent() {
    Api thomas = practitioner(THOMAS_ROUSSEAU);
    String foreign = TestDevice.challenge(thomas);
    assertThat(zoe.post("/v1/devices", new TestDevice().request(foreign)).code())
        .isEqualTo("challenge-spent");
    String late = TestDevice.challenge(zoe);
    database.run(
        transaction ->
            transaction.update("update device_challenge set expires_at = now() - interval '1s'"));
    assertThat(zoe.post("/v1/devices", new TestDevice().request(late)).code())
        .isEqualTo("challenge-spent");
    assertThat(zoe.post("/v1/devices", new TestDevice().request("invented")).code())
        .isEqualTo("challenge-spent");
    assertThat(events.acts("device.enrol", "challenge-spent")).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void aSignatureByAnotherKeyOrOverAnotherChallengeProvesNothing() {
    TestDevice device = new TestDevice();
    String challenge = TestDevice.challenge(zoe);
    Map<String, Object> stolen = device.request(challenge);
    stolen.put("proof", new TestDevice().proof(challenge));
    assertThat(zoe.post("/v1/devices", stolen).code()).isEqualTo("proof-invalid");
    Map<String, Object> replayed = device.request(challenge);
    replayed.put("proof", device.proof("another"));
    assertThat(zoe.post("/v1/devices", replayed).status()).isEqualTo(422);
    assertThat(zoe.post("/v1/devices", device.request(challenge)).status()).isEqualTo(201);
  }

  @Test
  void anOldLoginMustBeRenewedFirst() {
    TestTokens token = TestTokens.practitioner(accountOf(ZOE_LEFEVRE), ZOE_LEFEVRE);
    for (TestTokens stale :
        List.of(
            token.authTime(Instant.now().minus(Duration.ofMinutes(16))),
            token.authTime(Instant.now().plus(Duration.ofMinutes(5))),
            token.without("auth_time"))) {
      Api.Answer answer = new TestDevice().enrol(Api.as(stale));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("step-up-required");
      assertThat(answer.body().get("maxAge").asInt()).isEqualTo(900);
      assertThat(answer.raw().headers().firstValue("WWW-Authenticate").orElse(""))
          .contains("insufficient_user_authentication");
    }
  }

  @Test
  void aRepeatedRequestWithAnIdempotencyKeyGetsTheFirstAnswer() {
    Map<String, Object> request = new TestDevice().request(TestDevice.challenge(zoe));
    String key = UUID.randomUUID().toString();
    Api.Answer first = zoe.post("/v1/devices", request, "Idempotency-Key", key);
    Api.Answer again = zoe.post("/v1/devices", request, "Idempotency-Key", key);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    request.put("name", "Autre");
    assertThat(zoe.post("/v1/devices", request, "Idempotency-Key", key).code())
        .isEqualTo("idempotency-conflict");
  }

  @Test
  void aKeyIsEnrolledOnceForEver() {
    TestDevice device = new TestDevice();
    String id = device.enrol(zoe).body().get("id").asText();
    assertThat(device.enrol(zoe).code()).isEqualTo("conflict");
    zoe.delete("/v1/devices/" + id);
    assertThat(device.enrol(zoe).code()).isEqualTo("conflict");
  }

  @Test
  void onePersonHasALimitedNumberOfDevices() {
    for (int i = 0; i < 3; i++) {
      assertThat(new TestDevice().enrol(zoe).status()).isEqualTo(201);
    }
    Api.Answer refused = new TestDevice().enrol(zoe);
    assertThat(refused.code()).isEqualTo("device-limit");
    assertThat(refused.body().get("limit").asInt()).isEqualTo(3);
  }

  @Test
  void unansweredChallengesAreLimited() {
    for (int i = 0; i < 5; i++) {
      TestDevice.challenge(zoe);
    }
    Api.Answer refused = zoe.post("/v1/device-challenges", Map.of());
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void aRevokedDeviceStaysListedAsSuchAndItsRevocationIsTold() {
    String id = new TestDevice().enrol(zoe).body().get("id").asText();
    assertThat(zoe.delete("/v1/devices/" + id).status()).isEqualTo(204);
    assertThat(zoe.delete("/v1/devices/" + id).status()).isEqualTo(204);
    assertThat(zoe.get("/v1/devices").body().get("items"))
        .filteredOn(device -> device.get("id").asText().equals(id))
        .singleElement()
        .satisfies(device -> assertThat(device.get("status").asText()).isEqualTo("revoked"));
    assertThat(events.of("device-revoked", id)).hasSize(1);
  }

  @Test
  void somebodyElsesDeviceCannotBeRevokedOrSeen() {
    String id = new TestDevice().enrol(zoe).body().get("id").asText();
    Api thomas = practitioner(THOMAS_ROUSSEAU);
    thomas.get("/v1/me");
    assertThat(thomas.delete("/v1/devices/" + id).code()).isEqualTo("not-found");
    assertThat(thomas.delete("/v1/devices/nonsense").code()).isEqualTo("not-found");
    assertThat(thomas.get("/v1/devices").raw().body()).doesNotContain(id);
    assertThat(events.of("device-revoked", id)).isEmpty();
    assertThat(events.acts("device.revoke", id))
        .singleElement()
        .satisfies(act -> assertThat(act).contains("refused"));
  }

  @Test
  void onlyPractitionersHaveDevices() {
    Api officer = Api.as(TestTokens.account("officer", "compliance-officer"));
    assertThat(officer.post("/v1/device-challenges", Map.of()).code()).isEqualTo("forbidden");
    assertThat(officer.get("/v1/devices").code()).isEqualTo("forbidden");
    assertThat(Api.nobody().get("/v1/devices").code()).isEqualTo("unauthenticated");
    Api struckOff = Api.as(TestTokens.practitioner("struck-off", STRUCK_OFF));
    assertThat(struckOff.post("/v1/device-challenges", Map.of()).code())
        .isEqualTo("not-registered");
  }

  @Test
  void malformedRequestsAreRefusedWithTheFieldAndNothingEchoed() {
    TestDevice device = new TestDevice();
    for (Map.Entry<String, Object> spoilt :
        List.<Map.Entry<String, Object>>of(
            Map.entry("name", ""),
            Map.entry("name", "x".repeat(65)),
            Map.entry("name", "ligne\nsuivante"),
            Map.entry("name", "\u202Etrompeur"),
            Map.entry("signatureKey", "AAAA"),
            Map.entry("signatureKey", "!".repeat(43)),
            Map.entry("signatureKey", "A".repeat(5000)),
            Map.entry("proof", "AAAA"),
            Map.entry("challenge", ""),
            Map.entry("challenge", "c".repeat(129)))) {
      Map<String, Object> request = device.request("challenge");
      request.put(spoilt.getKey(), spoilt.getValue());
      Api.Answer answer = zoe.post("/v1/devices", request);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().get("field").asText()).isEqualTo(spoilt.getKey());
    }
    for (String body :
        List.of("", "null", "{", "[]", "\"text\"", "{\"name\":{}}", "{}", "\u0000")) {
      Api.Answer answer = zoe.postText("/v1/devices", "application/json", body);
      assertThat(answer.status()).as(body).isEqualTo(400);
    }
    assertThat(zoe.postText("/v1/devices", "text/plain", "{}").status()).isEqualTo(415);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWhetherItsLengthIsDeclaredOrNot() {
    String body = "{\"name\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(zoe.postText("/v1/devices", "application/json", body).code()).isEqualTo("too-large");
    Api.Answer chunked =
        zoe.send(
            zoe.request("/v1/devices")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
    assertThat(chunked.code()).isEqualTo("too-large");
  }

  @Test
  void bytesThatAreNoCurvePointProveNothing() {
    Map<String, Object> request = new TestDevice().request(TestDevice.challenge(zoe));
    request.put("signatureKey", Base64.getUrlEncoder().withoutPadding().encodeToString(allOnes()));
    assertThat(zoe.post("/v1/devices", request).code()).isEqualTo("proof-invalid");
  }

  private static byte[] allOnes() {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) 0xff);
    return bytes;
  }

  private static List<X509Certificate> certificates(JsonNode chain) throws Exception {
    List<X509Certificate> certificates = new ArrayList<>();
    for (JsonNode one : chain) {
      certificates.add(certificate(one.asText()));
    }
    return certificates;
  }

  private static X509Certificate certificate(String base64Url) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(base64Url)));
  }
}
