package fr.liaison.gateway;

import static fr.liaison.gateway.Answers.assertProblem;
import static fr.liaison.gateway.Answers.count;
import static fr.liaison.gateway.Answers.echo;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every gateway carries where, whichever program does it. */
interface GatewayRouteContract extends GatewayLimits {
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
  default void aRefusalOfTheServiceIsPassedOnAsItIs() throws Exception {
    HttpResponse<String> answer = front().get("/api/audit/v1/refused");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo("{\"code\":\"conflict\"}");
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
  default void aLargeAnswerArrivesWhole() throws Exception {
    HttpResponse<InputStream> answer =
        front()
            .client()
            .send(front().request("/api/attachment/v1/big").build(), BodyHandlers.ofInputStream());

    assertThat(count(answer.body())).isEqualTo(800L * 64 * 1024);
  }

  @Test
  default void aWebSocketIsCarriedBothWays() throws Exception {
    LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    WebSocket socket = open("/api/conversation/v1/stream?x=1", received, closed);

    assertThat(received.poll(60, TimeUnit.SECONDS)).isEqualTo("/v1/stream?x=1");
    socket.sendText("bonjour", true).join();
    assertThat(received.poll(60, TimeUnit.SECONDS)).isEqualTo("conversation:bonjour");
    byte[] large = new byte[60_000];
    large[59_999] = 7;
    socket.sendBinary(ByteBuffer.wrap(large), true).join();
    assertThat(received.poll(60, TimeUnit.SECONDS)).isEqualTo("60000:7");
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    assertThat(closed.get(60, TimeUnit.SECONDS)).isEqualTo(WebSocket.NORMAL_CLOSURE);
  }

  @Test
  default void anUpgradeOfAnyOtherRouteIsAnOrdinaryRequest() throws Exception {
    try (Wire wire = new Wire(front().origin())) {
      String body = wire.send(Wire.upgrade("/api/directory/v1/me", front().bearer())).readBody();

      JsonObject seen = new JsonObject(body);
      assertThat(seen.getString("service")).isEqualTo("directory");
      assertThat(seen.getJsonObject("headers").getMap()).doesNotContainKey("upgrade");
    }
  }

  @Test
  default void aServiceThatDropsTheConnectionIsUnavailable() throws Exception {
    HttpResponse<String> answer = front().get("/api/notification/v1/dead");

    assertProblem(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(new JsonObject(answer.body()).getString("service")).isEqualTo("notification");
  }

  @Test
  default void theGatewayTellsItsOwnHealth() throws Exception {
    HttpResponse<String> answer =
        front().send(HttpRequest.newBuilder(front().origin().resolve("/health")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).getString("status")).isEqualTo("UP");
  }

  private WebSocket open(
      String path, LinkedBlockingQueue<String> received, CompletableFuture<Integer> closed) {
    URI http = front().origin().resolve(path);
    return front()
        .client()
        .newWebSocketBuilder()
        .buildAsync(
            URI.create("ws" + http.toString().substring(4)), new MessageCollector(received, closed))
        .join();
  }
}
