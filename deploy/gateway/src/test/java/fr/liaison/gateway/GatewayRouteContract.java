package fr.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every gateway promises to browsers and to services, whichever program keeps the promise. */
interface GatewayRouteContract {

  int JSON_LIMIT = 2 << 20;
  int UPLOAD_LIMIT = 110 << 20;

  Front front();

  @Test
  default void everyServiceIsReachedWithItsPrefixTakenOff() throws Exception {
    for (String service : Upstreams.SERVICES) {
      JsonObject seen = echo(front().get("/api/" + service + "/v1/things/7?limit=2&q=a%20b"));

      assertThat(seen.getString("service")).isEqualTo(service);
      assertThat(seen.getString("uri")).isEqualTo("/v1/things/7?limit=2&q=a%20b");
    }
  }

  @Test
  default void theLoginPagesKeepTheirPath() throws Exception {
    JsonObject seen = echo(front().get("/auth/realms/liaison/protocol/openid-connect/auth?a=b"));

    assertThat(seen.getString("service")).isEqualTo("keycloak");
    assertThat(seen.getString("uri"))
        .isEqualTo("/auth/realms/liaison/protocol/openid-connect/auth?a=b");
  }

  @Test
  default void methodBodyAndOrdinaryHeadersArePassedOn() throws Exception {
    JsonObject seen =
        echo(
            front()
                .send(
                    front()
                        .request("/api/conversation/v1/conversations")
                        .header("Liaison-Device", "3f0c")
                        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b71-01")
                        .PUT(BodyPublishers.ofString("{\"a\":1}"))));

    assertThat(seen.getString("method")).isEqualTo("PUT");
    assertThat(seen.getLong("received")).isEqualTo(7);
    assertThat(seen.getJsonObject("headers").getMap())
        .containsEntry("liaison-device", "3f0c")
        .containsKeys("authorization", "traceparent");
  }

  @Test
  default void forgedForwardingAndInternalHeadersAreReplaced() throws Exception {
    JsonObject headers =
        echo(front()
                .send(
                    front()
                        .request("/api/directory/v1/me")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Proto", "gopher")
                        .header("X-Forwarded-Prefix", "/evil")
                        .header("Forwarded", "for=203.0.113.9;host=evil.example")
                        .header("X-Real-IP", "203.0.113.9")
                        .header("X-Original-URL", "/q/metrics")
                        .header("Liaison-Internal-Account", "somebody")))
            .getJsonObject("headers");

    assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
    assertThat(headers.getString("x-forwarded-host")).isEqualTo(front().origin().getAuthority());
    assertThat(headers.getString("forwarded"))
        .isEqualTo("for=127.0.0.1;host=\"" + front().origin().getAuthority() + "\";proto=http");
    assertThat(headers.getMap())
        .doesNotContainKeys(
            "x-forwarded-prefix", "x-real-ip", "x-original-url", "liaison-internal-account");
  }

  @Test
  default void answersCarrySecurityHeadersAndNothingOfTheInside() throws Exception {
    var headers = front().get("/api/directory/v1/me").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("ETag")).contains("\"kept\"");
    assertThat(headers.map().keySet())
        .doesNotContain(
            "server", "x-powered-by", "liaison-internal-trace", "strict-transport-security");
  }

  @Test
  default void theLoginPagesKeepTheirOwnContentPolicy() throws Exception {
    assertThat(front().get("/auth/realms/liaison/x").headers().allValues("Content-Security-Policy"))
        .containsExactly("script-src 'self'");
  }

  @Test
  default void theWebClientIsServedUnderAPolicyWithoutUnsafe() throws Exception {
    HttpResponse<String> page = front().get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<title>Liaison</title>");
    assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/nobody/v1/me",
        "/api/directory/q",
        "/api/directory/q/health",
        "/api/directory/q/metrics",
        "/api/directory/%71/metrics",
        "/auth/admin/realms",
        "/auth/realms/master/protocol/openid-connect/token",
        "/auth/metrics",
        "/auth"
      })
  default void whatIsNotMeantForTheOutsideIsNotThere(String path) throws Exception {
    HttpResponse<String> answer = front().get(path);

    assertProblem(answer, 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/directory/../audit/v1/entries",
        "/api/directory/v1/../../audit/v1/entries",
        "/api/directory/./q/metrics",
        "/api//directory/v1/me",
        "//api/directory/v1/me",
        "/api/directory//q/metrics",
        "/api/directory/v1/%2e%2e/q/metrics",
        "/api/directory/v1/..%2f..%2fq",
        "/api/directory/;x/q/metrics",
        "/api/directory/q;x/metrics",
        "/api/directory\\q\\metrics",
        "/assets/%2e%2e/secret.txt",
        "/..%5csecret.txt",
        "/assets/%00.js"
      })
  default void aPathThatMeansSomethingElseThanItSaysIsRefused(String path) throws Exception {
    try (Wire wire = new Wire(front().origin())) {
      String answer =
          wire.send(
                  "GET "
                      + path
                      + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                      + front().bearer()
                      + "\r\nConnection: close\r\n\r\n")
              .readAll();

      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("\"service\"", "secret");
    }
  }

  @Test
  default void aDeclaredBodyOverTheLimitIsRefusedBeforeItIsSent() throws Exception {
    try (Wire wire = new Wire(front().origin())) {
      String answer =
          wire.send(
                  head("POST", "/api/conversation/v1/conversations")
                      + "Content-Length: "
                      + (JSON_LIMIT + 1)
                      + "\r\n\r\n")
              .readAll();

      assertThat(answer)
          .startsWith("HTTP/1.1 413")
          .contains("application/problem+json", "\"too-large\"");
    }
  }

  @Test
  default void aChunkedBodyOverTheLimitIsRefusedAndNeverWhole() throws Exception {
    long before = front().upstreams().wholeBodies("conversation");
    try (Wire wire = new Wire(front().origin())) {
      wire.send(
          head("POST", "/api/conversation/v1/conversations")
              + "Transfer-Encoding: chunked\r\n\r\n");
      wire.sendAll(new byte[64 * 1024], 40, true);
      String answer = wire.readAll();

      assertThat(answer).startsWith("HTTP/1.1 413").contains("\"too-large\"");
    }
    assertThat(front().upstreams().wholeBodies("conversation")).isEqualTo(before);
  }

  @Test
  default void aBodyJustWithinTheLimitPasses() throws Exception {
    JsonObject seen =
        echo(
            front()
                .send(
                    front()
                        .request("/api/conversation/v1/conversations")
                        .POST(BodyPublishers.ofByteArray(new byte[JSON_LIMIT]))));

    assertThat(seen.getLong("received")).isEqualTo(JSON_LIMIT);
  }

  @Test
  default void anUploadMayBeFarLarger() throws Exception {
    JsonObject seen =
        echo(
            front()
                .send(
                    front()
                        .request("/api/attachment/v1/uploads/0190-7a")
                        .method("PATCH", BodyPublishers.ofByteArray(new byte[20 << 20]))));

    assertThat(seen.getLong("received")).isEqualTo(20 << 20);
  }

  @Test
  default void anUploadOverItsOwnLimitIsRefused() throws Exception {
    try (Wire wire = new Wire(front().origin())) {
      String answer =
          wire.send(
                  head("PATCH", "/api/attachment/v1/uploads/0190-7a")
                      + "Content-Length: "
                      + (UPLOAD_LIMIT + 1)
                      + "\r\n\r\n")
              .readAll();

      assertThat(answer).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  default void aRefusalOfTheServiceIsPassedOnAsItIs() throws Exception {
    HttpResponse<String> answer = front().get("/api/audit/v1/refused");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo("{\"code\":\"conflict\"}");
  }

  @Test
  default void aLargeAnswerArrivesWhole() throws Exception {
    HttpResponse<InputStream> answer =
        front()
            .client()
            .send(front().request("/api/attachment/v1/big").build(), BodyHandlers.ofInputStream());

    assertThat(count(answer.body())).isEqualTo(800L * 64 * 1024);
  }

  @Test
  default void anAnswerThatBreaksOffNeverLooksWhole() throws Exception {
    HttpResponse<InputStream> answer =
        front()
            .client()
            .send(front().request("/api/attachment/v1/half").build(), BodyHandlers.ofInputStream());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> count(answer.body())).isInstanceOf(IOException.class);
  }

  @Test
  default void aServiceThatDropsTheConnectionIsUnavailable() throws Exception {
    HttpResponse<String> answer = front().get("/api/notification/v1/dead");

    assertProblem(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(new JsonObject(answer.body()).getString("service")).isEqualTo("notification");
  }

  @Test
  default void hugeHeadersAreRefused() throws Exception {
    try (Wire wire = new Wire(front().origin())) {
      wire.send(head("GET", "/api/directory/v1/me"));
      wire.sendAll(("X-Filler: " + "a".repeat(1000) + "\r\n").getBytes(), 64, false);
      String answer = wire.readAll();

      assertThat(answer).matches("(?s)HTTP/1\\.[01] (400|431) .*");
    }
  }

  @Test
  default void twoContradictingLengthsAreRefused() throws Exception {
    long before = front().upstreams().wholeBodies("conversation");
    try (Wire wire = new Wire(front().origin())) {
      String answer =
          wire.send(
                  head("POST", "/api/conversation/v1/x")
                      + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde")
              .readAll();

      assertThat(answer).startsWith("HTTP/1.1 400");
    }
    assertThat(front().upstreams().wholeBodies("conversation")).isEqualTo(before);
  }

  @Test
  default void aWebSocketIsCarriedBothWays() throws Exception {
    LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    WebSocket socket = open("/api/conversation/v1/stream?x=1", received, closed);

    assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("/v1/stream?x=1");
    socket.sendText("bonjour", true).join();
    assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("conversation:bonjour");
    byte[] large = new byte[60_000];
    large[59_999] = 7;
    socket.sendBinary(ByteBuffer.wrap(large), true).join();
    assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("60000:7");
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(WebSocket.NORMAL_CLOSURE);
  }

  @Test
  default void theGatewayTellsItsOwnHealth() throws Exception {
    HttpResponse<String> answer =
        front().send(HttpRequest.newBuilder(front().origin().resolve("/health")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).getString("status")).isEqualTo("UP");
  }

  private String head(String method, String path) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: "
        + front().bearer()
        + "\r\n";
  }

  private WebSocket open(
      String path, LinkedBlockingQueue<String> received, CompletableFuture<Integer> closed) {
    URI http = front().origin().resolve(path);
    return front()
        .client()
        .newWebSocketBuilder()
        .buildAsync(URI.create("ws" + http.toString().substring(4)), new Listener(received, closed))
        .join();
  }

  static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonObject problem = new JsonObject(answer.body());
    assertThat(problem.getString("code")).isEqualTo(code);
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(problem.getString("type")).isEqualTo("https://liaison.example/problems/" + code);
    assertThat(problem.getString("title")).isNotBlank();
  }

  static JsonObject echo(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  private static long count(InputStream in) throws IOException {
    long sum = 0;
    byte[] block = new byte[64 * 1024];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      sum += n;
    }
    return sum;
  }

  /** Collects whole messages: texts as they are, binary ones as length and last byte. */
  final class Listener implements WebSocket.Listener {
    private final LinkedBlockingQueue<String> received;
    private final CompletableFuture<Integer> closed;
    private int length;

    Listener(LinkedBlockingQueue<String> received, CompletableFuture<Integer> closed) {
      this.received = received;
      this.closed = closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      received.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      length += data.remaining();
      if (last) {
        received.add(length + ":" + data.get(data.limit() - 1));
        length = 0;
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }
  }
}
