package fr.liaison.gateway;

import static fr.liaison.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.gateway.limit.Rate;
import fr.liaison.gateway.limit.RateLimiter;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitTest {

  @Test
  void aBucketEmptiesAndFillsAgainWithTime() {
    AtomicLong now = new AtomicLong();
    RateLimiter limiter = new RateLimiter(new Rate(2, 4), now::get);

    for (int i = 0; i < 4; i++) {
      assertThat(limiter.take("a")).isZero();
    }
    assertThat(limiter.take("a")).isEqualTo(1);
    assertThat(limiter.take("b")).isZero();
    now.addAndGet(500_000_000);
    assertThat(limiter.take("a")).isZero();
    assertThat(limiter.take("a")).isEqualTo(1);
    now.addAndGet(3_600_000_000_000L);
    for (int i = 0; i < 4; i++) {
      assertThat(limiter.take("a")).isZero();
    }
    assertThat(limiter.take("a")).isEqualTo(1);
  }

  @Test
  void oneCredentialRunsOutWhileAnotherMayGoOn(@TempDir Path folder) throws Exception {
    Vertx vertx = Vertx.vertx();
    try (Upstreams upstreams = new Upstreams()) {
      Gateway gateway =
          Gateway.start(
                  vertx,
                  GatewayConfig.from(
                      Map.of(
                          "GATEWAY_PORT",
                          "0",
                          "GATEWAY_WEB_ROOT",
                          SampleSite.in(folder).toString(),
                          "GATEWAY_DIRECTORY_URL",
                          upstreams.url("directory").toString(),
                          "GATEWAY_RATE_PER_CREDENTIAL",
                          "1:3")))
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      URI origin = URI.create("http://localhost:" + gateway.port());
      Front front = new Front(origin, upstreams, new Tokens(origin.toString()));
      String spender = front.bearer();
      HttpResponse<String> last = front.get("/api/directory/v1/me");
      // More than the three there are, since another one is added each second.
      for (int i = 0; i < 50 && last.statusCode() != 429; i++) {
        last =
            front.send(front.request("/api/directory/v1/me").setHeader("Authorization", spender));
      }

      assertProblem(last, 429, "too-many-requests");
      assertThat(last.headers().firstValue("Retry-After")).contains("1");
      assertThat(last.headers().firstValue("RateLimit")).contains("\"credential\";r=0;t=1");
      assertThat(last.headers().firstValue("RateLimit-Policy")).contains("\"credential\";q=3;w=3");
      assertThat(
              front
                  .send(
                      front
                          .request("/api/directory/v1/me")
                          .setHeader("Authorization", "Bearer other"))
                  .statusCode())
          .isEqualTo(200);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
