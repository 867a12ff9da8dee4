package fr.liaison.directory.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.device.TestDevice;
import fr.liaison.directory.register.SyntheticRegister;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that its owner cannot revoke, taken away by a platform administrator. */
@QuarkusTest
class LostDeviceTest extends RunningService {
  private static final String CARE_HOME = "F440900025";

  @Inject Events events;

  private final Api ines = practitioner(INES_CARON);
  private String owner = "";
  private JsonNode enrolled;
  private String lost = "";

  @BeforeEach
  void enrol() {
    owner = idOf(INES_CARON);
    enrolled = new TestDevice().enrol(ines).body();
    lost = enrolled.path("id").asText();
  }

  @AfterEach
  void restore() {
    administrator().delete("/v1/people/" + owner + "/suspension");
    ines.get("/v1/devices")
        .body()
        .path("items")
        .forEach(device -> ines.delete("/v1/devices/" + device.path("id").asText()));
  }

  @Test
  void anAdministratorSeesWhichDeviceItIsAndTakesThatOneAway() throws Exception {
    String kept = new TestDevice().enrol(ines).body().path("id").asText();
    Certificate certificate = certificate();
    assertThat(revokedNow(certificate)).isFalse();
    assertThat(device(lost).path("lastUsedOn").asText())
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());

    assertThat(revoke(owner, lost, "stolen").status()).isEqualTo(204);

    assertThat(device(lost).path("status").asText()).isEqualTo("revoked");
    assertThat(device(lost).path("revocationReason").asText()).isEqualTo("platform");
    assertThat(device(kept).path("status").asText()).isEqualTo("active");
    assertThat(ines.get("/v1/me").status()).isEqualTo(200);
    assertThat(events.of("device-revoked", lost))
        .singleElement()
        .satisfies(event -> assertThat(event).contains("platform").doesNotContain("stolen"));
    assertThat(events.of("device-revoked", kept)).isEmpty();
    assertThat(bindings()).hasSize(2);
    assertThat(bindings().getLast()).contains("revoked").doesNotContain("administrator", "stolen");
    assertThat(events.acts("device.revoke", lost))
        .singleElement()
        .satisfies(act -> assertThat(act).contains("\"administrator\"", owner, "stolen"));
    await().atMost(Duration.ofSeconds(60)).until(() -> revokedNow(certificate));
  }

  @Test
  void againIsNoErrorAndTellsNobodyAnew() {
    revoke(owner, lost, "lost");

    assertThat(revoke(owner, lost, "stolen").status()).isEqualTo(204);
    assertThat(ines.delete("/v1/devices/" + lost).status()).isEqualTo(204);

    assertThat(events.of("device-revoked", lost)).hasSize(1);
    assertThat(bindings()).hasSize(2);
  }

  @Test
  void ofManyAtOnceOneRevokesAndAllSucceed() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Api.Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        calls.add(threads.submit(() -> revoke(owner, lost, "lost")));
        calls.add(threads.submit(() -> ines.delete("/v1/devices/" + lost)));
      }
      for (Future<Api.Answer> call : calls) {
        statuses.add(call.get().status());
      }
    }

    assertThat(statuses).containsOnly(204);
    assertThat(events.of("device-revoked", lost)).hasSize(1);
    assertThat(bindings()).hasSize(2);
  }

  @Test
  void aDeviceOfSomebodyElseOrOfNobodyIsNotThePersonsAndTheAttemptIsOnRecord() {
    for (String person : List.of(idOf(CLAIRE_MOREAU), UUID.randomUUID().toString())) {
      assertThat(revoke(person, lost, "lost").code()).isEqualTo("not-found");
      assertThat(events.acts("device.revoke", person))
          .singleElement()
          .satisfies(act -> assertThat(act).contains("refused", lost));
    }
    assertThat(revoke(owner, UUID.randomUUID().toString(), "lost").code()).isEqualTo("not-found");
    assertThat(revoke(owner, "x", "lost").status()).isEqualTo(404);

    assertThat(device(lost).path("status").asText()).isEqualTo("active");
    assertThat(events.of("device-revoked", lost)).isEmpty();
  }

  @Test
  void aProgramIsNobodyHere() {
    String client = "programme-perdu";
    String program =
        administrator()
            .post(
                "/v1/software",
                Map.of("clientId", client, "name", "Programme perdu", "structureId", CARE_HOME))
            .body()
            .path("id")
            .asText();
    Api api =
        Api.as(
            TestTokens.account("service-account-" + client, "software")
                .claim("azp", client)
                .without("auth_time"));
    String device = new TestDevice().enrol(api).body().path("id").asText();

    assertThat(revoke(program, device, "lost").code()).isEqualTo("not-found");

    assertThat(api.get("/v1/devices").body().at("/items/0/status").asText()).isEqualTo("active");
    administrator().delete("/v1/software/" + program);
  }

  @Test
  void aDeviceThatASuspensionTookAlreadyIsNoErrorAndKeepsItsReason() {
    administrator().post("/v1/people/" + owner + "/suspension", Map.of("reason", "inquiry"));

    assertThat(revoke(owner, lost, "lost").status()).isEqualTo(204);

    assertThat(device(lost).path("revocationReason").asText()).isEqualTo("suspended");
    assertThat(events.of("device-revoked", lost)).hasSize(1);
  }

  @Test
  void theDevicesOfSomebodyWhoDepartedEndedWithThemAndKeepTheirReason() throws IOException {
    upload(
        SyntheticRegister.text()
            .lines()
            .filter(line -> !line.contains("|" + INES_CARON + "|"))
            .collect(Collectors.joining("\n", "", "\n")));
    try {
      assertThat(revoke(owner, lost, "lost").status()).isEqualTo(204);

      assertThat(device(lost).path("revocationReason").asText()).isEqualTo("departed");
      assertThat(events.of("device-revoked", lost)).hasSize(1);
    } finally {
      upload(SyntheticRegister.text());
    }
  }

  @Test
  void theReasonIsOneOfTheListAndNotEchoed() {
    for (String reason : List.of("", "SPLEEN", "lost%00", "x".repeat(3000))) {
      Api.Answer answer = revoke(owner, lost, reason);
      assertThat(answer.code()).as(reason).isEqualTo("invalid-parameter");
      assertThat(answer.body().path("field").asText()).isEqualTo("reason");
      assertThat(answer.raw().body()).doesNotContain("SPLEEN", "xxx");
      assertThat(device(lost).path("status").asText()).isEqualTo("active");
    }
    assertThat(administrator().delete("/v1/people/" + owner + "/devices/" + lost).code())
        .isEqualTo("invalid-parameter");
    assertThat(revoke(owner, lost, "x".repeat(100_000)).status()).isBetween(400, 499);
  }

  @Test
  void onlyAFreshlyLoggedInPlatformAdministratorMay() {
    Api stale =
        Api.as(
            TestTokens.account("administrator", "platform-admin")
                .authTime(Instant.now().minus(Duration.ofMinutes(20))));
    String path = "/v1/people/" + owner + "/devices/" + lost + "?reason=lost";

    assertThat(stale.delete(path).code()).isEqualTo("step-up-required");
    for (Api other :
        List.of(
            ines,
            practitioner(CLAIRE_MOREAU),
            Api.as(TestTokens.account("officer", "compliance-officer")),
            Api.as(TestTokens.account("head", "structure-admin")))) {
      assertThat(other.delete(path).code()).isEqualTo("forbidden");
    }
    assertThat(Api.nobody().delete(path).status()).isEqualTo(401);

    assertThat(device(lost).path("status").asText()).isEqualTo("active");
  }

  @Test
  void theAdministratorOfAPlaceHasNoSayOverItsRegisteredPeople() {
    String place =
        practitioner(INES_CARON)
            .get("/v1/me")
            .body()
            .at("/practitioner/situations/0/structureId")
            .asText();
    Api head = practitioner(CLAIRE_MOREAU);
    String administrators = "/v1/structures/" + place + "/administrators/" + idOf(CLAIRE_MOREAU);
    assertThat(administrator().put(administrators, Map.of()).status()).isEqualTo(204);

    assertThat(
            head.delete("/v1/structures/" + place + "/people/" + owner + "/devices/" + lost).code())
        .isEqualTo("not-found");

    assertThat(device(lost).path("status").asText()).isEqualTo("active");
    administrator().delete(administrators);
  }

  private static Api.Answer revoke(String person, String device, String reason) {
    return administrator()
        .delete("/v1/people/" + person + "/devices/" + device + "?reason=" + reason);
  }

  private JsonNode device(String id) {
    List<JsonNode> found = new ArrayList<>();
    administrator()
        .get("/v1/people/" + owner)
        .body()
        .path("devices")
        .forEach(
            device -> {
              if (device.path("id").asText().equals(id)) {
                found.add(device);
              }
            });
    return found.getFirst();
  }

  private List<String> bindings() {
    return events.acts("device.binding", lost);
  }

  private Certificate certificate() throws Exception {
    byte[] der = Base64.getUrlDecoder().decode(enrolled.at("/certificateChain/0").asText());
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der));
  }

  private static boolean revokedNow(Certificate certificate) throws Exception {
    HttpRequest list = Api.nobody().request("/v1/revocations.crl").GET().build();
    byte[] body =
        HttpClient.newHttpClient().send(list, HttpResponse.BodyHandlers.ofByteArray()).body();
    return CertificateFactory.getInstance("X.509")
        .generateCRL(new ByteArrayInputStream(body))
        .isRevoked(certificate);
  }

  private static void upload(String text) {
    Api.Answer answer =
        administrator()
            .postText("/v1/register-imports?registerDate=2026-11-20", "text/plain", text);
    assertThat(answer.status()).isEqualTo(200);
  }
}
