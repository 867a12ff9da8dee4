package fr.liaison.gateway;

import static fr.liaison.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The front of the local platform keeps the common promises, and serves the web client besides. */
class JavaGatewayTest
    implements GatewayRouteContract, GatewayHeaderContract, GatewayHostilityContract {
  @TempDir static Path folder;

  private static Vertx vertx;
  private static Front front;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    Upstreams upstreams = new Upstreams();
    port = FreePort.next();
    URI origin = URI.create("http://localhost:" + port);
    Gateway.start(vertx, GatewayConfig.from(environment(upstreams, Map.of())))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    front = new Front(origin, upstreams, new Tokens(origin.toString()));
  }

  @AfterAll
  static void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    front.upstreams().close();
  }

  @Override
  public Front front() {
    return front;
  }

  static Map<String, String> environment(Upstreams upstreams, Map<String, String> more)
      throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("GATEWAY_PORT", Integer.toString(port));
    environment.put("GATEWAY_WEB_ROOT", SampleSite.in(folder).toString());
    environment.put("GATEWAY_KEYCLOAK_URL", upstreams.url("keycloak").toString());
    for (String service : Upstreams.SERVICES) {
      environment.put(
          "GATEWAY_" + service.toUpperCase(java.util.Locale.ROOT) + "_URL",
          upstreams.url(service).toString());
    }
    environment.putAll(more);
    return environment;
  }

  @Test
  void aPageOfTheClientIsAnsweredWithItsStartPage() throws Exception {
    assertThat(front.get("/conversations/42").body()).contains("<title>Liaison</title>");
  }

  @Test
  void hashedFilesAreKeptForEverAndOthersAskedForAgain() throws Exception {
    assertThat(front.get("/assets/app-3f9a1c.js").headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(front.get("/sw.js").headers().firstValue("Cache-Control")).contains("no-cache");
  }

  @Test
  void anUnchangedFileIsNotSentAgain() throws Exception {
    String etag = front.get("/sw.js").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = front.send(front.request("/sw.js").header("If-None-Match", etag));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void textIsCompressedForWhoeverReadsGzip() throws Exception {
    HttpResponse<String> packed =
        front.send(front.request("/assets/app-3f9a1c.js").header("Accept-Encoding", "br, gzip"));
    HttpResponse<String> plain = front.get("/assets/app-3f9a1c.js");

    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.headers().firstValueAsLong("Content-Length").orElseThrow()).isLessThan(200);
    assertThat(plain.body()).isEqualTo(SampleSite.SCRIPT);
    assertThat(plain.headers().firstValue("Content-Type"))
        .contains("text/javascript; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.env", "/link.txt", "/missing.js", "/assets/missing.css"})
  void hiddenLinkedAndMissingFilesAreNotThere(String path) throws Exception {
    HttpResponse<String> answer = front.get(path);

    assertProblem(answer, 404, "not-found");
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void theWebClientOnlyAnswersReading() throws Exception {
    HttpResponse<String> answer = front.send(front.request("/").DELETE());

    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void headersThatTheClientTiesToItsConnectionStayThere() throws Exception {
    try (Wire wire = new Wire(front.origin())) {
      String body =
          wire.send(
                  "GET /api/directory/v1/me HTTP/1.1\r\nHost: localhost\r\nX-Hop: 1\r\n"
                      + "Connection: X-Hop\r\nKeep-Alive: 9\r\nTE: trailers\r\n\r\n")
              .readBody();

      JsonObject headers = new JsonObject(body).getJsonObject("headers");
      assertThat(headers.getMap()).doesNotContainKeys("x-hop", "keep-alive", "te");
    }
  }
}
