package fr.liaison.gateway;

import static fr.liaison.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * `haproxy.cfg` keeps the common promises, and turns away whoever has no good token. Skipped, by
 * name, where no `haproxy` is installed. The web client behind it is served by the Java front.
 */
class HaproxyGatewayTest
    implements GatewayRouteContract, GatewayHeaderContract, GatewayHostilityContract {
  @TempDir static Path folder;

  private static Vertx vertx;
  private static Process process;
  private static Front front;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> haproxy = binary();
    assumeTrue(haproxy.isPresent(), "haproxy is not installed: haproxy.cfg is not tested");
    vertx = Vertx.vertx();
    Upstreams upstreams = new Upstreams();
    Gateway site =
        Gateway.start(
                vertx,
                GatewayConfig.from(
                    Map.of(
                        "GATEWAY_PORT", "0", "GATEWAY_WEB_ROOT", SampleSite.in(folder).toString())))
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    int port = FreePort.next();
    URI origin = URI.create("http://localhost:" + port);
    Tokens tokens = new Tokens(origin.toString());
    Path key = Files.writeString(folder.resolve("realm.pem"), tokens.publicKeyPem());
    Path config = Path.of("haproxy.cfg").toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder(haproxy.orElseThrow().toString(), "-db", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("haproxy.log").toFile());
    Map<String, String> environment = builder.environment();
    environment.put("GATEWAY_BIND", "127.0.0.1:" + port);
    environment.put("GATEWAY_PUBLIC_ORIGIN", origin.toString());
    environment.put("GATEWAY_REALMS", "liaison|psc-sim");
    environment.put("GATEWAY_REALM_KEY", key.toString());
    environment.put("GATEWAY_WEB_ADDRESS", "127.0.0.1:" + site.port());
    Stream.concat(Upstreams.SERVICES.stream(), Stream.of("keycloak"))
        .forEach(
            name ->
                environment.put(
                    "GATEWAY_" + name.toUpperCase(Locale.ROOT) + "_ADDRESS",
                    upstreams.url(name).getAuthority()));
    process = builder.start();
    front = new Front(origin, upstreams, tokens);
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreException(java.net.ConnectException.class)
        .until(() -> front.get("/health").statusCode() == 200);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (process != null) {
      process.destroy();
      process.waitFor();
      front.upstreams().close();
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Override
  public Front front() {
    return front;
  }

  private static Optional<Path> binary() {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(p -> Path.of(p, "haproxy"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Test
  void whoeverHasNoTokenIsTurnedAway() throws Exception {
    HttpResponse<String> answer =
        front.send(HttpRequest.newBuilder(front.origin().resolve("/api/directory/v1/me")));

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void aTokenThatIsWrongInAnyPartIsTurnedAway() throws Exception {
    JsonObject good = front.tokens().claims("a");
    Tokens strangers = new Tokens(front.origin().toString());

    assertTurnedAway(strangers.valid("a"));
    assertTurnedAway(front.tokens().sign("RS256", good.copy().put("iss", "https://evil.example")));
    assertTurnedAway(front.tokens().sign("RS256", good.copy().put("aud", "account")));
    assertTurnedAway(
        front.tokens().sign("RS256", good.copy().put("exp", Instant.now().getEpochSecond() - 5)));
    assertTurnedAway(front.tokens().sign("RS256", without(good, "exp")));
    assertTurnedAway(front.tokens().sign("RS256", without(good, "sub")));
    assertTurnedAway(front.tokens().sign("none", good));
    assertTurnedAway(front.tokens().sign("HS256", good));
    assertTurnedAway(unsigned(good));
    assertTurnedAway("garbled");
    assertThat(asked(front.tokens().sign("RS256", good)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/directory/v1/trust-anchor",
        "/api/directory/v1/revocations.crl",
        "/api/directory/fhir/metadata",
        "/api/directory/v1/invitations/preview",
        "/api/directory/v1/invitations/acceptance",
        "/api/audit/v1/log/checkpoint",
        "/api/audit/v1/log/tile/0/x001/067"
      })
  void whatIsOpenToAnybodyNeedsNoToken(String path) throws Exception {
    assertThat(front.send(HttpRequest.newBuilder(front.origin().resolve(path))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theAccessLogHoldsNoPathQueryTokenOrIdentifier() throws Exception {
    front.get("/api/directory/v1/practitioners/0190a7c2?q=Martin");

    Path log = folder.resolve("haproxy.log");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(Files.readString(log)).contains("route=directory status=200"));
    assertThat(Files.readString(log)).doesNotContain("0190a7c2", "Martin", "eyJ", "127.0.0.1");
  }

  private static void assertTurnedAway(String token) throws Exception {
    assertProblem(asked(token), 401, "unauthenticated");
  }

  private static HttpResponse<String> asked(String token) throws Exception {
    return front.send(
        HttpRequest.newBuilder(front.origin().resolve("/api/directory/v1/me"))
            .header("Authorization", "Bearer " + token));
  }

  private static JsonObject without(JsonObject claims, String name) {
    JsonObject less = claims.copy();
    less.remove(name);
    return less;
  }

  private static String unsigned(JsonObject claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"none\"}".getBytes())
        + "."
        + encoder.encodeToString(claims.encode().getBytes())
        + ".";
  }
}
