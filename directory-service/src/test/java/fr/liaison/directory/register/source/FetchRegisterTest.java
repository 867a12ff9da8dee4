package fr.liaison.directory.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpHandler;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.register.ImportRegister;
import fr.liaison.directory.register.MalformedMailboxes;
import fr.liaison.directory.register.RegisterAge;
import fr.liaison.directory.register.RegisterConfig;
import fr.liaison.directory.register.RegisterImports;
import fr.liaison.kit.database.Database;
import fr.liaison.register.layout.Row;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server with certificates of its own; the file is one of mailboxes. */
@QuarkusTest
class FetchRegisterTest extends RunningService {
  private static final AtomicInteger STAMP = new AtomicInteger(10);
  private static final byte[] CONTENT =
      IntStream.rangeClosed(100, 160)
          .mapToObj(MalformedMailboxes::of)
          .map(Row::line)
          .collect(Collectors.joining("\n", MalformedMailboxes.HEADER + "\n", "\n"))
          .getBytes(StandardCharsets.UTF_8);

  @Inject RegisterConfig registerConfig;
  @Inject ImportRegister importRegister;
  @Inject FetchedFiles fetchedFiles;
  @Inject RegisterImports imports;
  @Inject RegisterAge registerAge;
  @Inject Database database;
  @Inject MeterRegistry meters;
  @Inject Pause pauses;
  @TempDir Path folder;

  private final String file = "Extraction_Correspondance_MSSante_2031" + stamp() + ".txt";

  @Test
  void aNewFileIsImportedAndAnUnchangedOneIsNotEvenDownloaded() throws Exception {
    try (TestPublisher publisher = new TestPublisher(TestPublisher.offering(file, CONTENT))) {
      assertThat(fetch(publisher)).containsExactly("accepted");
      JsonNode report = newest();
      assertThat(report.get("origin").asText()).isEqualTo("source");
      assertThat(report.get("kind").asText()).isEqualTo("mailboxes");
      assertThat(fetch(publisher)).containsExactly("unchanged");
      assertThat(publisher.downloads()).isEqualTo(1);
    }
  }

  @Test
  void aFileOlderThanTheOneInForceIsLeftWhereItIs() throws Exception {
    String older = "Extraction_Correspondance_MSSante_2020" + stamp() + ".txt";
    try (TestPublisher publisher = new TestPublisher(TestPublisher.offering(file, CONTENT));
        TestPublisher late = new TestPublisher(TestPublisher.offering(older, CONTENT))) {
      assertThat(fetch(publisher)).containsExactly("accepted");
      assertThat(fetch(late)).containsExactly("outdated");
      assertThat(late.downloads()).isZero();
    }
  }

  @Test
  void aServerOfAForeignRootIsRefusedAndNotAskedAgain() throws Exception {
    try (TestPublisher publisher = new TestPublisher(TestPublisher.offering(file, CONTENT));
        TestPublisher other = new TestPublisher(TestPublisher.offering(file, CONTENT))) {
      assertThat(fetcher(publisher.address(), other.root(folder), "20S").fetchAll())
          .containsExactly("untrusted-certificate");
      assertThat(publisher.downloads()).isZero();
      assertThat(
              meters
                  .counter("liaison.register.fetches", "outcome", "untrusted-certificate")
                  .count())
          .isPositive();
    }
  }

  @Test
  void aRedirectElsewhereIsNotFollowed() throws Exception {
    try (TestPublisher elsewhere = new TestPublisher(TestPublisher.offering(file, CONTENT));
        TestPublisher publisher =
            new TestPublisher(
                exchange -> {
                  exchange.getResponseHeaders().set("Location", elsewhere.address().toString());
                  exchange.sendResponseHeaders(302, -1);
                  exchange.close();
                })) {
      assertThat(fetch(publisher)).containsExactly("redirected");
      assertThat(elsewhere.downloads()).isZero();
    }
  }

  @Test
  void whatIsNotThereOrHasNoStampOrIsNotEncryptedIsNotFetched() throws Exception {
    try (TestPublisher publisher = new TestPublisher(answering(404))) {
      assertThat(fetch(publisher)).containsExactly("not-found");
      URI plain = URI.create(publisher.address().toString().replace("https", "http"));
      assertThat(fetcher(plain, publisher.root(folder), "20S").fetchAll())
          .containsExactly("not-https");
    }
    try (TestPublisher publisher =
        new TestPublisher(TestPublisher.offering("../../etc/passwd", CONTENT))) {
      assertThat(fetch(publisher)).containsExactly("without-stamp");
      assertThat(publisher.downloads()).isZero();
    }
  }

  @Test
  void aPassingFailureIsTriedAgain() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpHandler sound = TestPublisher.offering(file, CONTENT);
    HttpHandler broken = answering(503);
    try (TestPublisher publisher =
        new TestPublisher(
            exchange -> (requests.getAndIncrement() == 0 ? broken : sound).handle(exchange))) {
      assertThat(fetch(publisher)).containsExactly("accepted");
    }
  }

  @Test
  void anAddressNobodyCanAskDoesNotKeepTheOthersFromBeingFetched() throws Exception {
    try (TestPublisher publisher = new TestPublisher(TestPublisher.offering(file, CONTENT))) {
      assertThat(
              fetcher("https:nowhere," + publisher.address(), publisher.root(folder), "20S", pauses)
                  .fetchAll())
          .containsExactly("failed", "accepted");
    }
  }

  @Test
  void aServiceThatGoesDownDoesNotWaitForTheNextAttempt() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    Pause stopping =
        new Pause() {
          @Override
          public boolean await(Duration time) {
            return false;
          }
        };
    try (TestPublisher publisher =
        new TestPublisher(
            exchange -> {
              requests.incrementAndGet();
              answering(503).handle(exchange);
            })) {
      assertThat(
              fetcher(publisher.address().toString(), publisher.root(folder), "20S", stopping)
                  .fetchAll())
          .containsExactly("unexpected-answer");
      assertThat(requests.get()).isEqualTo(1);
    }
  }

  @Test
  void aTruncatedDownloadIsRefusedAndTriedAgain() throws Exception {
    HttpHandler sound = TestPublisher.offering(file, CONTENT);
    try (TestPublisher publisher =
        new TestPublisher(
            exchange -> {
              if (exchange.getRequestMethod().equals("HEAD")) {
                sound.handle(exchange);
                return;
              }
              TestPublisher.name(exchange, file);
              exchange.sendResponseHeaders(200, CONTENT.length + 100L);
              exchange.getResponseBody().write(CONTENT);
              exchange.getResponseBody().flush();
              exchange.close();
            })) {
      assertThat(fetch(publisher)).containsExactly("truncated");
      assertThat(publisher.downloads()).isEqualTo(2);
      assertThat(newest().get("reason").asText()).isEqualTo("truncated");
    }
  }

  @Test
  void aDownloadThatTakesTooLongEnds() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    HttpHandler sound = TestPublisher.offering(file, CONTENT);
    try (TestPublisher publisher =
        new TestPublisher(
            exchange -> {
              if (exchange.getRequestMethod().equals("HEAD")) {
                sound.handle(exchange);
                return;
              }
              TestPublisher.name(exchange, file);
              exchange.sendResponseHeaders(200, CONTENT.length);
              exchange.getResponseBody().write(CONTENT, 0, 2000);
              exchange.getResponseBody().flush();
              await(over);
              exchange.close();
            })) {
      assertThat(fetcher(publisher.address(), publisher.root(folder), "0.5S").fetchAll())
          .containsExactly("truncated");
      over.countDown();
    }
  }

  @Test
  void theAgeOfTheFilesInForceIsMeasured() {
    registerAge.refresh();
    assertThat(meters.get("liaison.register.age.days").tag("kind", "register").gauge().value())
        .isNotEqualTo(-1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpHandler answering(int status) {
    return exchange -> {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  private List<String> fetch(TestPublisher publisher) throws Exception {
    return fetcher(publisher.address(), publisher.root(folder), "20S").fetchAll();
  }

  private FetchRegister fetcher(URI address, Path root, String longest) {
    return fetcher(address.toString(), root, longest, pauses);
  }

  private FetchRegister fetcher(String addresses, Path root, String longest, Pause pause) {
    SourceConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(SourceConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withDefaultValues(
                Map.of(
                    "liaison.directory.register.source.url",
                    addresses,
                    "liaison.directory.register.source.trusted-root",
                    root.toString(),
                    "liaison.directory.register.source.longest",
                    longest,
                    "liaison.directory.register.source.attempts",
                    "2",
                    "liaison.directory.register.source.first-pause",
                    "0.01S"))
            .build()
            .getConfigMapping(SourceConfig.class);
    return new FetchRegister(
        config, registerConfig, importRegister, fetchedFiles, imports, database, meters, pause);
  }

  private static JsonNode newest() {
    return administrator().get("/v1/register-imports").body().at("/items/0");
  }

  /** Another one for each test: month, day, hour and minute. */
  private static String stamp() {
    return "112009%02d".formatted(STAMP.getAndIncrement());
  }
}
