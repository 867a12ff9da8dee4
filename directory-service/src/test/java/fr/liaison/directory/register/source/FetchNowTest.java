package fr.liaison.directory.register.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.register.ImportRegister;
import fr.liaison.directory.register.MalformedMailboxes;
import fr.liaison.directory.register.RegisterConfig;
import fr.liaison.directory.register.RegisterImports;
import fr.liaison.directory.register.RunningUpload;
import fr.liaison.kit.database.Database;
import fr.liaison.register.layout.Row;
import fr.liaison.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator has the source looked at; the source is a real server on this machine. */
@QuarkusTest
class FetchNowTest extends RunningService {
  private static final String PATH = "/v1/register-imports/fetch";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FILE = "Extraction_Correspondance_MSSante_203111201001.txt";
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
  @Inject Database database;
  @Inject MeterRegistry meters;
  @Inject Pause pauses;
  @Inject FetchTurns turns;
  @Inject Events events;
  @TempDir Path folder;

  @Test
  void whereNoSourceIsConfiguredThatIsTheAnswer() {
    Api.Answer refused = ask();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("conflict");
    assertThat(refused.body().get("reason").asText()).isEqualTo("no-source");
  }

  @Test
  void theAnswerComesBeforeTheFileAndTheFileIsImportedOnceOnly() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    try (TestPublisher publisher = new TestPublisher(onceTold(goOn))) {
      install(publisher);
      assertThat(ask().status()).isEqualTo(202);
      await().atMost(PATIENCE).until(() -> publisher.downloads() == 1);

      Api.Answer second = ask();
      assertThat(second.status()).isEqualTo(409);
      assertThat(second.body().get("reason").asText()).isEqualTo("running");
      assertThat(turns.take()).as("a turn for the night").isEmpty();

      goOn.countDown();
      await().atMost(PATIENCE).until(this::isOver);
      var newest = administrator().get("/v1/register-imports").body().at("/items/0");
      assertThat(newest.get("origin").asText()).isEqualTo("source");
      assertThat(newest.get("outcome").asText()).isEqualTo("accepted");
      assertThat(events.acts("register.fetch", "administrator")).hasSize(1);
      assertThat(publisher.downloads()).isEqualTo(1);
    } finally {
      goOn.countDown();
    }
  }

  @Test
  void anImportThatRunsIsNotDisturbed() throws Exception {
    try (TestPublisher publisher = new TestPublisher(TestPublisher.offering(FILE, CONTENT))) {
      install(publisher);
      RunningUpload upload = new RunningUpload(administrator());
      try {
        await().atMost(PATIENCE).until(() -> administrator().get(upload.path()).status() == 200);
        Api.Answer refused = ask();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("reason").asText()).isEqualTo("running");
      } finally {
        upload.cut();
      }
      assertThat(publisher.downloads()).isZero();
      assertThat(isOver()).as("a refusal gives its turn back").isTrue();
    }
  }

  @Test
  void onlyPlatformAdministratorsAsk() {
    for (Api api :
        List.of(
            practitioner(CLAIRE_MOREAU),
            Api.as(TestTokens.account("officer", "compliance-officer")))) {
      assertThat(api.post(PATH, "").code()).isEqualTo("forbidden");
    }
    assertThat(Api.nobody().post(PATH, "").code()).isEqualTo("unauthenticated");
  }

  private boolean isOver() {
    var turn = turns.take();
    turn.ifPresent(FetchTurns.Turn::close);
    return turn.isPresent();
  }

  private static Api.Answer ask() {
    return administrator().post(PATH, "");
  }

  private static HttpHandler onceTold(CountDownLatch goOn) {
    HttpHandler sound = TestPublisher.offering(FILE, CONTENT);
    return exchange -> {
      if (exchange.getRequestMethod().equals("GET")) {
        try {
          goOn.await();
        } catch (InterruptedException stopping) {
          Thread.currentThread().interrupt();
        }
      }
      sound.handle(exchange);
    };
  }

  private void install(TestPublisher publisher) throws Exception {
    SourceConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(SourceConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withDefaultValues(
                Map.of(
                    "liaison.directory.register.source.url",
                    publisher.address().toString(),
                    "liaison.directory.register.source.trusted-root",
                    publisher.root(folder).toString(),
                    "liaison.directory.register.source.attempts",
                    "1"))
            .build()
            .getConfigMapping(SourceConfig.class);
    QuarkusMock.installMockForType(
        new FetchRegister(
            config,
            registerConfig,
            importRegister,
            fetchedFiles,
            imports,
            database,
            meters,
            pauses),
        FetchRegister.class);
  }
}
