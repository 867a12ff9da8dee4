package fr.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sockets of the Java front are counted, and take nothing from ordinary requests. */
class TunnelTest {
  private static final String STREAM = "/api/conversation/v1/stream";
  private static final int MORE_THAN_REQUESTS_MAY_HAVE = 520;

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Upstreams upstreams = new Upstreams();
  private final List<Wire> sockets = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (Wire socket : sockets) {
      socket.close();
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
    upstreams.close();
  }

  @Test
  void theSocketAfterTheLastAllowedIsRefusedUntilOneEnds() throws Exception {
    Front front = front(Map.of("GATEWAY_SOCKETS", "2"));
    assertThat(open(front)).startsWith("HTTP/1.1 101");
    assertThat(open(front)).startsWith("HTTP/1.1 101");

    assertThat(open(front))
        .startsWith("HTTP/1.1 503")
        .containsIgnoringCase("Retry-After: ")
        .contains("application/problem+json");
    assertThat(front.get("/api/conversation/v1/me").statusCode()).isEqualTo(200);

    sockets.getFirst().close();
    await().untilAsserted(() -> assertThat(open(front)).startsWith("HTTP/1.1 101"));
  }

  @Test
  void manySocketsDoNotStandInTheWayOfRequests() throws Exception {
    Front front = front(Map.of());
    for (int i = 0; i < MORE_THAN_REQUESTS_MAY_HAVE; i++) {
      assertThat(open(front)).startsWith("HTTP/1.1 101");
    }

    assertThat(front.get("/api/conversation/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aRefusalOfASocketIsPassedOnAsItComes() throws Exception {
    Buffer block = Buffer.buffer(new byte[64 * 1024]);
    HttpServer declining =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  request.response().setStatusCode(403).setChunked(true);
                  request.response().write(block);
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    Front front =
        front(Map.of("GATEWAY_CONVERSATION_URL", "http://127.0.0.1:" + declining.actualPort()));

    assertThat(open(front)).startsWith("HTTP/1.1 403").contains("nosniff");
  }

  private String open(Front front) throws IOException {
    Wire socket = new Wire(front.origin());
    sockets.add(socket);
    return socket.send(Wire.upgrade(STREAM, front.bearer())).readHead();
  }

  private Front front(Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("GATEWAY_PORT", "0");
    environment.put("GATEWAY_WEB_ROOT", SampleSite.in(folder).toString());
    environment.put("GATEWAY_CONVERSATION_URL", upstreams.url("conversation").toString());
    environment.putAll(more);
    Gateway gateway =
        Gateway.start(vertx, GatewayConfig.from(environment))
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    URI origin = URI.create("http://localhost:" + gateway.port());
    return new Front(origin, upstreams, new Tokens(origin.toString()));
  }
}
