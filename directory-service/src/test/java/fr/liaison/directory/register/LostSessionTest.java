package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database ends the sessions of an import, at many points of it. */
@QuarkusTest
class LostSessionTest extends RunningService {
  private static final long SEED = 20261122;
  private static final int POINTS = 20;

  /** More than a client reads ahead, so that the import has begun. */
  private static final int FIRST = 128 * 1024;

  private static final String LOCK_HOLDER =
      "select pid from pg_locks where locktype = 'advisory' and granted and objid = " + 0x52505053L;
  private static final String BEGUN = "select import_id from register_progress";
  private static final String LISTENING =
      "select from pg_stat_activity where state = 'idle' and query like '%former_identifier' and pid in ("
          + LOCK_HOLDER
          + ")";
  private static final String WAITING =
      "select pid from pg_locks where not granted and relation = 'practitioner'::regclass";

  @Inject DataSource dataSource;

  @Test
  void whereverReadingLosesItsSessionTheOldRegisterStaysAndTheNextImportWorks() throws Exception {
    byte[] changed = withoutSomebody(6).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(SEED);
    String before = directory();
    for (int i = 0; i < POINTS; i++) {
      int point = FIRST + random.nextInt(changed.length - FIRST);
      UUID id = UUID.randomUUID();
      Api.Answer answer =
          upload(id, new Watched(changed, point, this::endTheImportsSession)).join();
      assertThat(answer.status()).as("byte %d", point).isEqualTo(503);
      assertThat(directory()).as("byte %d", point).isEqualTo(before);
      assertThat(reason(id)).as("byte %d", point).isEqualTo("interrupted");
    }
    assertTheNextImportWorks();
  }

  @ParameterizedTest
  @CsvSource({"gathering, access exclusive", "merging, exclusive"})
  void aLaterPhaseThatLosesItsSessionChangesNothingEither(String phase, String blockade)
      throws Exception {
    byte[] changed = withoutSomebody(6).getBytes(StandardCharsets.UTF_8);
    String before = directory();
    UUID id = UUID.randomUUID();
    CompletableFuture<Api.Answer> answer;
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      answer = upload(id, new Watched(changed, FIRST, () -> block(connection, blockade)));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  administrator()
                          .get("/v1/register-imports/" + id)
                          .body()
                          .path("phase")
                          .asText()
                          .equals(phase)
                      && terminate(statement, WAITING) > 0);
      connection.rollback();
      connection.setAutoCommit(true);
    }
    assertThat(answer.join().status()).isEqualTo(503);
    assertThat(reason(id)).isEqualTo("interrupted");
    assertThat(directory()).isEqualTo(before);
    assertTheNextImportWorks();
  }

  @Test
  void anImportDoesNotMeetAConnectionThatDiedWhileItWasIdle() throws Exception {
    try (Connection idle = dataSource.getConnection();
        Statement statement = idle.createStatement()) {
      assertThat(has(statement, "select")).isTrue();
    }
    terminateEverySession();
    // Who asks is looked up by other connections, which are noticed to be gone in a moment.
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> administrator().get("/v1/register-imports").status() == 200);
    assertTheNextImportWorks();
  }

  private void assertTheNextImportWorks() throws Exception {
    byte[] shipped = SyntheticRegister.text().getBytes(StandardCharsets.UTF_8);
    UUID id = UUID.randomUUID();
    JsonNode report = upload(id, new Watched(shipped, shipped.length, () -> {})).join().body();
    assertThat(report.get("outcome").asText()).isEqualTo("accepted");
    assertThat(report.get("changes").asInt()).isZero();
    assertThat(report.get("departures").asInt()).isZero();
    assertThat(report.get("returns").asInt()).isZero();
  }

  private static CompletableFuture<Api.Answer> upload(UUID id, InputStream body) {
    Api api = administrator();
    HttpRequest.Builder request =
        api.request("/v1/register-imports?registerDate=2026-11-20&id=" + id)
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body));
    return CompletableFuture.supplyAsync(
        () -> api.send(request), Executors.newVirtualThreadPerTaskExecutor());
  }

  private static String reason(UUID id) {
    return administrator().get("/v1/register-imports/" + id).body().at("/report/reason").asText();
  }

  /** A changed register, its rows repeated to make it longer. */
  private static String withoutSomebody(int times) throws IOException {
    String text = SyntheticRegister.text();
    String rows =
        text.substring(text.indexOf('\n') + 1)
            .lines()
            .filter(line -> !line.contains("|" + MATHIEU_LEROY + "|"))
            .map(line -> line.replace("Nantes", "Brest"))
            .collect(Collectors.joining("\n", "", "\n"));
    return SyntheticRegister.HEADER + "\n" + rows.repeat(times);
  }

  private void endTheImportsSession() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      // Who holds the lock has not begun yet: of that there would be no report.
      await().atMost(Duration.ofSeconds(60)).until(() -> has(statement, BEGUN));
      await().atMost(Duration.ofSeconds(60)).until(() -> terminate(statement, LOCK_HOLDER) > 0);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The import has read what the directory knows, and awaits the second half of the file. */
  private static void block(Connection connection, String blockade) {
    try (Statement statement = connection.createStatement()) {
      await().atMost(Duration.ofSeconds(20)).until(() -> has(statement, LISTENING));
      connection.setAutoCommit(false);
      statement.execute("lock table practitioner in " + blockade + " mode");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** As a restart of the database does: from outside, so that none is left that works. */
  private static void terminateEverySession() throws SQLException {
    Config config = ConfigProvider.getConfig();
    try (Connection outside =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        Statement statement = outside.createStatement()) {
      String others =
          "select pid from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()";
      assertThat(terminate(statement, others)).isPositive();
    }
  }

  private static boolean has(Statement statement, String rows) throws SQLException {
    try (ResultSet result = statement.executeQuery(rows)) {
      return result.next();
    }
  }

  private static int terminate(Statement statement, String pids) throws SQLException {
    try (ResultSet result =
        statement.executeQuery(
            "select count(pg_terminate_backend(pid)) from (" + pids + ") found")) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  /** A digest of everybody and where they practise. */
  private String directory() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                """
                select (select md5(string_agg(p::text, '' order by id)) from practitioner p)
                  || (select md5(string_agg(s::text, '' order by practitioner_id, position))
                      from situation s)
                """)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  /** Bytes that let something happen when one of them is reached. */
  private static final class Watched extends InputStream {
    private final byte[] bytes;
    private final int point;
    private final Runnable event;
    private int position;

    Watched(byte[] bytes, int point, Runnable event) {
      this.bytes = bytes;
      this.point = point;
      this.event = event;
    }

    @Override
    public int read() {
      if (position == point) {
        event.run();
      }
      return position == bytes.length ? -1 : bytes[position++] & 0xff;
    }
  }
}
