package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportProgressResourceTest extends RunningService {
  @Inject Events events;
  @Inject DataSource dataSource;
  @Inject ImportAtStartUp startUp;

  @Test
  void aRunningImportShowsHowFarItIsAndItsReportAfterwards() throws IOException {
    RunningUpload upload = new RunningUpload(administrator());
    JsonNode seen = awaitRows(upload);
    assertThat(seen.get("phase").asText()).isEqualTo("reading");
    assertThat(seen.at("/progress/bytes").asLong()).isGreaterThan(10_000);
    assertThat(seen.at("/progress/rowsPerSecond").asLong()).isPositive();
    assertThat(seen.has("report")).isFalse();
    JsonNode list = administrator().get("/v1/register-imports").body();
    assertThat(list.at("/running/0/id").asText()).isEqualTo(upload.id().toString());
    assertThat(list.get("items").findValuesAsText("id")).doesNotContain(upload.id().toString());

    assertThat(upload.cut().body().at("/report/reason").asText()).isEqualTo("truncated");
    JsonNode over = administrator().get(upload.path()).body();
    assertThat(over.get("phase").asText()).isEqualTo("done");
    assertThat(over.at("/report/reason").asText()).isEqualTo("truncated");
    assertThat(over.at("/report/rows").asLong())
        .isGreaterThanOrEqualTo(seen.at("/progress/rows").asLong());
    assertThat(over.has("progress")).isFalse();
    assertThat(administrator().get("/v1/register-imports").body().has("running")).isFalse();
    String id = upload.id().toString();
    assertThat(events.acts("register.import.begin", id)).hasSize(1);
    assertThat(events.acts("register.import", id)).hasSize(1);
  }

  @Test
  void whileOneImportRunsAnotherIsAConflictAndTheFirstGoesOn() throws IOException {
    RunningUpload upload = new RunningUpload(administrator());
    awaitRows(upload);
    UUID second = UUID.randomUUID();
    assertThat(upload(second).code()).isEqualTo("conflict");
    assertThat(administrator().get("/v1/register-imports/" + second).status()).isEqualTo(404);
    Api.Answer report = upload.finish();
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.body().get("departures").asLong()).isZero();
    assertThat(report.body().at("/defects/repeated-row").asLong()).isPositive();
  }

  @Test
  void anImportThatDiedWithItsInstanceIsEndedByTheNextOne() throws Exception {
    UUID died = leaveBehind();
    assertThat(administrator().get("/v1/register-imports/" + died).body().get("phase").asText())
        .isEqualTo("merging");
    assertThat(upload(UUID.randomUUID()).status()).isEqualTo(200);
    assertInterrupted(died);
  }

  @Test
  void anImportWaitsForAPageOfATopUpThoughAnotherOneDied() throws Exception {
    UUID died = leaveBehind();
    try (Connection page = dataSource.getConnection();
        Statement statement = page.createStatement();
        ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      statement.execute("select pg_advisory_lock(" + 0x52505053L + ")");
      Future<Api.Answer> upload = beside.submit(() -> upload(UUID.randomUUID()));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> upload.isDone() || somebodyWaits(statement));
      statement.execute("select pg_advisory_unlock(" + 0x52505053L + ")");
      assertThat(upload.get().status()).isEqualTo(200);
    }
    assertInterrupted(died);
  }

  private static boolean somebodyWaits(Statement statement) throws SQLException {
    try (ResultSet waiting =
        statement.executeQuery(
            """
            select exists (select from pg_stat_activity
              where pid <> pg_backend_pid() and state = 'active' and query like '%pg_sleep(0.05)%')
            """)) {
      return waiting.next() && waiting.getBoolean(1);
    }
  }

  @Test
  void anImportThatDiedWithItsInstanceIsEndedAtStartUp() throws Exception {
    UUID died = leaveBehind();
    startUp.start(new StartupEvent());
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertInterrupted(died));
  }

  @Test
  void anImportThatLosesItsDatabaseSessionEndsAsInterruptedAndTheOldRegisterStays()
      throws Exception {
    RunningUpload upload = new RunningUpload(administrator());
    awaitRows(upload);
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_locks
          where locktype = 'advisory' and granted and objid = %d"""
              .formatted(0x52505053L));
    }
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertInterrupted(upload.id()));
    assertThat(upload.finish().status()).isEqualTo(503);
    assertThat(names(search("moreau claire"))).containsExactly("MOREAU");
    assertThat(upload(UUID.randomUUID()).body().get("changes").asLong()).isZero();
  }

  @Test
  void anIdNamesOneImportOnly() throws IOException {
    UUID id = UUID.randomUUID();
    assertThat(upload(id).body().get("id").asText()).isEqualTo(id.toString());
    assertThat(upload(id).code()).isEqualTo("conflict");
    JsonNode kept = administrator().get("/v1/register-imports/" + id).body();
    assertThat(kept.at("/report/outcome").asText()).isEqualTo("accepted");
    for (String wrong : new String[] {"1-2-3-4-5", "x"}) {
      assertThat(
              administrator()
                  .postText("/v1/register-imports?id=" + wrong, "text/plain", "x")
                  .code())
          .as(wrong)
          .isEqualTo("invalid-parameter");
    }
  }

  @Test
  void onlyPlatformAdministratorsWatch() {
    String path = "/v1/register-imports/" + UUID.randomUUID();
    assertThat(practitioner(CLAIRE_MOREAU).get(path).code()).isEqualTo("forbidden");
    assertThat(Api.nobody().get(path).code()).isEqualTo("unauthenticated");
    assertThat(administrator().get(path).code()).isEqualTo("not-found");
  }

  private JsonNode awaitRows(RunningUpload upload) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> administrator().get(upload.path()).body().at("/progress/rows").asLong() > 0);
    return administrator().get(upload.path()).body();
  }

  private void assertInterrupted(UUID id) {
    JsonNode status = administrator().get("/v1/register-imports/" + id).body();
    assertThat(status.at("/report/outcome").asText()).isEqualTo("refused");
    assertThat(status.at("/report/reason").asText()).isEqualTo("interrupted");
    assertThat(status.at("/report/rows").asLong()).isPositive();
    assertThat(events.acts("register.import", id.toString()))
        .singleElement()
        .satisfies(act -> assertThat(act).contains("refused").contains("interrupted"));
  }

  private UUID leaveBehind() throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into register_progress (import_id, started_at, origin, register_date, phase,
            row_count)
          values ('%s', now(), 'upload', '2026-11-20', 'merging', 7)"""
              .formatted(id));
    }
    return id;
  }

  private static Api.Answer upload(UUID id) throws IOException {
    return administrator()
        .postText(
            "/v1/register-imports?registerDate=2026-11-20&id=" + id,
            "text/plain",
            SyntheticRegister.text());
  }
}
