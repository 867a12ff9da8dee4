package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.id.ConversationId;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can still do once the platform's administrator has suspended them: nothing. */
@Scenario
@Order(4)
class SuspensionTest {
  /** Seconds, on a machine that has nothing else to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int DEVICE_REVOKED = 4403;

  private final String origin;
  private JavaDevice stays;
  private JavaDevice suspended;
  private String person;

  SuspensionTest(Origin origin) {
    this.origin = origin.url();
  }

  @BeforeAll
  void twoPeopleTalk(@TempDir Path folder) {
    stays = JavaDevice.start(URI.create(origin), DemoPerson.ROUSSEAU, folder.resolve("stays"));
    suspended = JavaDevice.start(URI.create(origin), DemoPerson.PETIT, folder.resolve("suspended"));
    person = suspended.practitioner().toString();
  }

  @AfterAll
  void lift() {
    assertThat(operator().delete(suspension()).status()).isEqualTo(204);
    await().until(this::logsIn);
    stays.retire();
    suspended.close();
  }

  @Test
  void withinSecondsTokenDeviceStreamUploadLoginAndCertificateAreWorthNothing() throws Exception {
    ConversationId room = stays.direct(suspended);
    suspended.sync();
    Api api = suspended.api();
    X509Certificate certificate = certificate(api);
    String upload = beginUpload(api, room);
    JsonNode tokens = HeadlessLogin.tokens(origin, DemoPerson.PETIT);
    Closing stream = new Closing();
    WebSocket socket = open(tokens.path("access_token").asText(), stream);
    stream.greeted.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(append(api, upload, 0).status()).isEqualTo(204);

    Api operator = operator();

    Answer decided = operator.post(suspension(), "{\"reason\":\"compromise\"}");

    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(api.get("/api/directory/v1/me").problem()).isEqualTo("registration-ended");
              assertThat(api.get("/api/conversation/v1/conversations").problem())
                  .isEqualTo("device-revoked");
              assertThat(append(api, upload, 1).problem()).isEqualTo("device-revoked");
              assertThat(stream.closed).isCompletedWithValue(DEVICE_REVOKED);
              assertThat(revocations().getRevokedCertificate(certificate)).isNotNull();
              JsonNode shown = operator.get("/api/directory/v1/people/" + person).json();
              assertThat(shown.at("/account/told").asBoolean()).isTrue();
            });
    // Once only: a refresh token that was used before would be refused for that alone.
    assertThat(renewalStatus(tokens)).isEqualTo(400);
    assertThat(logsIn()).isFalse();
    assertThat(socket.isInputClosed()).isTrue();
  }

  private String suspension() {
    return "/api/directory/v1/people/" + person + "/suspension";
  }

  private Api operator() {
    return Api.at(origin).withToken(HeadlessLogin.accessToken(origin, DemoPerson.OPERATOR));
  }

  private X509Certificate certificate(Api api) throws Exception {
    for (JsonNode device : api.get("/api/directory/v1/devices").json().path("items")) {
      if (device.path("id").asText().equals(suspended.device().id().toString())) {
        byte[] der =
            Base64.getUrlDecoder().decode(device.path("certificateChain").path(0).asText());
        return (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
      }
    }
    throw new AssertionError("the device is not listed");
  }

  private X509CRL revocations() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      byte[] der =
          http.send(
                  HttpRequest.newBuilder(URI.create(origin + "/api/directory/v1/revocations.crl"))
                      .build(),
                  BodyHandlers.ofByteArray())
              .body();
      return (X509CRL)
          CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }
  }

  private static String beginUpload(Api api, ConversationId room) {
    Answer[] created = new Answer[1];
    await()
        .untilAsserted(
            () -> {
              created[0] =
                  api.with("Tus-Resumable", "1.0.0")
                      .with("Upload-Length", "4096")
                      .with("Liaison-Conversation", room.toString())
                      .send("POST", "/api/attachment/v1/uploads", BodyPublishers.noBody());
              assertThat(created[0].status()).as(created[0].body()).isEqualTo(201);
            });
    String location = created[0].header("Location");
    return "/api/attachment/v1/uploads" + location.substring(location.lastIndexOf('/'));
  }

  private static Answer append(Api api, String upload, long offset) {
    return api.with("Tus-Resumable", "1.0.0")
        .with("Upload-Offset", Long.toString(offset))
        .with("Content-Type", "application/offset+octet-stream")
        .send("PATCH", upload, BodyPublishers.ofByteArray(new byte[1]));
  }

  private WebSocket open(String token, Closing listener) throws Exception {
    URI stream = URI.create(origin.replaceFirst("^http", "ws") + "/api/conversation/v1/stream");
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(stream, listener)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    Map<String, String> hello =
        Map.of("type", "hello", "token", token, "deviceId", suspended.device().id().toString());
    socket
        .sendText(new ObjectMapper().writeValueAsString(hello), true)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return socket;
  }

  private boolean logsIn() {
    try {
      return !HeadlessLogin.accessToken(origin, DemoPerson.PETIT).isEmpty();
    } catch (HeadlessLogin.Refused refused) {
      return false;
    }
  }

  private int renewalStatus(JsonNode tokens) {
    return Api.at(origin)
        .postForm(
            "/auth/realms/liaison/protocol/openid-connect/token",
            "grant_type=refresh_token&client_id=liaison-web&refresh_token="
                + tokens.path("refresh_token").asText())
        .status();
  }

  /** Notes that the server greeted, and with which code it closed. */
  private static final class Closing implements WebSocket.Listener {
    final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      greeted.complete(true);
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedStage(null);
    }
  }
}
