package fr.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.gateway.limit.BodyLimit;
import fr.liaison.gateway.limit.BodyLimits;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowClientTest {

  @Test
  void aBodyThatDoesNotArriveInTimeIsGivenUp(@TempDir Path folder) throws Exception {
    Vertx vertx = Vertx.vertx();
    try (Upstreams upstreams = new Upstreams()) {
      GatewayConfig config =
          GatewayConfig.from(
              Map.of(
                  "GATEWAY_PORT",
                  "0",
                  "GATEWAY_WEB_ROOT",
                  SampleSite.in(folder).toString(),
                  "GATEWAY_DIRECTORY_URL",
                  upstreams.url("directory").toString()));
      BodyLimit impatient = new BodyLimit(1000, Duration.ofMillis(300));
      Gateway gateway =
          Gateway.start(vertx, withBodies(config, new BodyLimits(impatient, impatient, impatient)))
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      try (Wire wire = new Wire(URI.create("http://localhost:" + gateway.port()))) {
        String answer =
            wire.send(
                    "POST /api/directory/v1/x HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Length: 10\r\n\r\nabc")
                .readAll();

        assertThat(answer).startsWith("HTTP/1.1 408");
      }
      assertThat(upstreams.wholeBodies("directory")).isZero();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static GatewayConfig withBodies(GatewayConfig config, BodyLimits bodies) {
    return new GatewayConfig(
        config.host(),
        config.port(),
        config.publicOrigin(),
        config.webRoot(),
        config.services(),
        config.keycloak(),
        config.realms(),
        bodies,
        config.sockets(),
        config.perAddress(),
        config.perCredential(),
        config.perLogin());
  }
}
