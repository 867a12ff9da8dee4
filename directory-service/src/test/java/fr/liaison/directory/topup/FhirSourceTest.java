package fr.liaison.directory.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import fr.liaison.directory.register.source.Pause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wire may do, by a server that does it. */
class FhirSourceTest {
  private static final String EMPTY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";

  private final List<Duration> pauses = new ArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private volatile HttpHandler answer = fhir(EMPTY);

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          answer.handle(exchange);
        });
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void thePageIsAskedForWithTheKey() throws Exception {
    answer =
        exchange -> {
          boolean keyed =
              "key-of-this-test".equals(exchange.getRequestHeaders().getFirst("ESANTE-API-KEY"));
          reply(exchange, keyed ? 200 : 401, "application/fhir+json; charset=utf-8", EMPTY);
        };
    assertThat(read(Map.of()).page(page()).getEntry()).isEmpty();
    assertThat(requests.get()).isEqualTo(1);
  }

  @Test
  void aSourceThatWantsToBeLeftAloneIs() throws Exception {
    answer =
        exchange -> {
          if (requests.get() < 3) {
            exchange.getResponseHeaders().set("Retry-After", requests.get() == 1 ? "7" : "3");
            reply(exchange, requests.get() == 1 ? 429 : 503, "text/plain", "later");
          } else {
            reply(exchange, 200, "application/json", EMPTY);
          }
        };
    read(Map.of("attempts", "3")).page(page());
    assertThat(pauses).contains(Duration.ofSeconds(7), Duration.ofSeconds(3));
  }

  @Test
  void aLongerPauseThanAllowedIsTakenByTheTopUpNotByTheRequest() {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "3600");
          reply(exchange, 429, "text/plain", "later");
        };
    assertThatThrownBy(() -> read(Map.of()).page(page()))
        .isInstanceOfSatisfying(
            TopUpFailure.class,
            failure -> {
              assertThat(failure.reason()).isEqualTo(TopUpFailure.Reason.THROTTLED);
              assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
            });
    assertThat(requests.get()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "301, REDIRECTED, 1",
    "400, LINK_EXPIRED, 1",
    "401, KEY_REFUSED, 1",
    "403, KEY_REFUSED, 1",
    "410, LINK_EXPIRED, 1",
    "418, UNEXPECTED_ANSWER, 1",
    "429, THROTTLED, 2",
    "500, SOURCE_FAILED, 2",
    "503, SOURCE_FAILED, 2"
  })
  void whatMayPassIsTriedAgainAndNothingElse(int status, TopUpFailure.Reason reason, int tries) {
    answer = exchange -> reply(exchange, status, "text/plain", "no");
    fails(() -> read(Map.of()).page(page()), reason);
    assertThat(requests.get()).isEqualTo(tries);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"resourceType\":\"Bundle\"}",
        "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}",
        "{\"resourceType\":\"Patient\"}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":",
        "<Bundle xmlns=\"http://hl7.org/fhir\"/>"
      })
  void whatIsNoPageIsRefused(String body) {
    answer = fhir(body);
    fails(() -> read(Map.of()).page(page()), TopUpFailure.Reason.UNREADABLE);
  }

  @Test
  void aPageThatIsNestedWithoutEndIsRefused() {
    answer = fhir("{\"resourceType\":\"Bundle\",\"entry\":" + "[".repeat(200_000));
    fails(() -> read(Map.of()).page(page()), TopUpFailure.Reason.UNREADABLE);
  }

  @Test
  void aPageThatIsCutIsRefused() {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
          exchange.sendResponseHeaders(200, EMPTY.length() + 100L);
          exchange.getResponseBody().write(EMPTY.getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          exchange.close();
        };
    fails(() -> read(Map.of()).page(page()), TopUpFailure.Reason.UNREACHABLE);
  }

  @Test
  void aPageThatIsTooLargeIsRefusedBeforeItsEnd() {
    answer = fhir("{\"resourceType\":\"Bundle\",\"id\":\"" + "x".repeat(200_000) + "\"}");
    fails(() -> read(Map.of("largest-page", "64K")).page(page()), TopUpFailure.Reason.TOO_LARGE);
    assertThat(requests.get()).isEqualTo(1);
  }

  @Test
  void aPageThatDripsIsNotWaitedFor() {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            over.await();
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          }
        };
    fails(
        () -> read(Map.of("patience", "0.3S", "attempts", "1")).page(page()),
        TopUpFailure.Reason.TOO_SLOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "application/fhir+xml", ""})
  void anotherTypeIsRefused(String type) {
    answer = exchange -> reply(exchange, 200, type, EMPTY);
    fails(() -> read(Map.of()).page(page()), TopUpFailure.Reason.WRONG_CONTENT_TYPE);
  }

  @Test
  void nobodyThereIsTold() {
    server.stop(0);
    fails(() -> read(Map.of()).page(page()), TopUpFailure.Reason.UNREACHABLE);
  }

  @Test
  void nextLinksStayWhereWeAsk() throws Exception {
    Addresses addresses = new Addresses(URI.create("https://api.example/fhir/v2"), 50);
    for (String elsewhere :
        List.of(
            "http://api.example/fhir/v2/_page?id=1",
            "https://api.example.evil/fhir/v2/_page",
            "https://api.example:444/fhir/v2/_page",
            "https://key@api.example/fhir/v2/_page",
            "https://api.example/fhir/v2/../../admin",
            "https://api.example/other",
            "//evil.example/fhir/v2/_page",
            "file:///etc/passwd",
            "not a link")) {
      fails(() -> addresses.own(elsewhere), TopUpFailure.Reason.FOREIGN_LINK);
    }
    assertThat(addresses.own("https://API.example:443/fhir/v2/_page?id=a%7Cb").getRawQuery())
        .isEqualTo("id=a%7Cb");
  }

  @Test
  void pagesWithoutEndAreFoundOut() throws Exception {
    answer = fhir(linked("/again"));
    PageReader reader = reader(Map.of());
    assertThat(reader.next(reader.page(page()))).isNotNull();
    fails(() -> reader.next(reader.page(page())), TopUpFailure.Reason.REPEATED_LINK);
    fails(() -> reader(Map.of()).all(page()), TopUpFailure.Reason.REPEATED_LINK);

    AtomicInteger number = new AtomicInteger();
    answer =
        exchange ->
            reply(
                exchange, 200, "application/fhir+json", linked("/page" + number.incrementAndGet()));
    fails(() -> reader(Map.of("most-pages", "5")).all(page()), TopUpFailure.Reason.TOO_MANY_PAGES);
    assertThat(number.get()).isEqualTo(5);
  }

  @Test
  void aSearchForFewPeopleThatFindsEverybodyIsFoundOut() throws Exception {
    String everybody =
        String.join(
            ",",
            Collections.nCopies(
                2_000, "{\"resource\":{\"resourceType\":\"Practitioner\",\"id\":\"p\"}}"));
    AtomicInteger number = new AtomicInteger();
    answer =
        exchange ->
            reply(
                exchange,
                200,
                "application/fhir+json",
                linked("/page" + number.incrementAndGet())
                    .replace("\"link\"", "\"entry\":[" + everybody + "],\"link\""));
    fails(() -> reader(Map.of()).all(page()), TopUpFailure.Reason.TOO_MANY_PAGES);
    assertThat(number.get()).isEqualTo(3);
  }

  private String linked(String next) {
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":\"next\",\"url\":\""
        + base()
        + next
        + "\"}]}";
  }

  private PageReader reader(Map<String, String> settings) throws Exception {
    return new PageReader(
        read(settings), new Addresses(base(), 50), TopUpConfigs.at(base(), settings).mostPages());
  }

  private FhirSource read(Map<String, String> settings) throws Exception {
    Pause noted =
        new Pause() {
          @Override
          public boolean await(Duration time) {
            pauses.add(time);
            return true;
          }
        };
    return FhirSource.of(TopUpConfigs.at(base(), settings), noted, Clock.systemUTC());
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir/v2");
  }

  private URI page() {
    return URI.create(base() + "/Practitioner?_count=2");
  }

  private static void fails(ThrowingCallable call, TopUpFailure.Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TopUpFailure.class, failure -> assertThat(failure.reason()).isEqualTo(reason));
  }

  private static HttpHandler fhir(String body) {
    return exchange -> reply(exchange, 200, "application/fhir+json", body);
  }

  private static void reply(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
