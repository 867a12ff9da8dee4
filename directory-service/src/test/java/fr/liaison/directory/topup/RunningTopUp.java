package fr.liaison.directory.topup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.register.RegisterConfig;
import fr.liaison.directory.register.RegisterFiles;
import fr.liaison.directory.register.source.Pause;
import fr.liaison.kit.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A register of today, a source beside it, and nothing known from there. */
abstract class RunningTopUp extends RunningService {
  @Inject TopUpLock lock;
  @Inject TopUpLedger ledger;
  @Inject ApplyPage applyPage;
  @Inject KnownWords words;
  @Inject RegisterConfig registerConfig;
  @Inject Database database;
  @Inject MeterRegistry meters;
  @Inject Pause pause;
  @Inject DataSource dataSource;
  @Inject Events events;

  LocalDirectory source;

  @BeforeEach
  void begin() throws Exception {
    forget();
    upload(today());
    source = new LocalDirectory();
  }

  /** A newer file ends everything the source said, and the shipped one is in force again. */
  @AfterEach
  void end() throws Exception {
    source.close();
    upload(LocalDate.now().plusDays(3).toString());
    forget();
    upload("2026-11-20");
  }

  private void forget() {
    database.run(
        transaction -> {
          transaction.update("delete from top_up_run");
          transaction.update("delete from top_up_departure");
          transaction.update("delete from fresh_fact");
          transaction.update("delete from fresh_detail");
          transaction.update(
              "update top_up set point = null, register_date = null, not_before = null, refusal = null");
        });
  }

  /** The next run reads what was read before. */
  void rewind() {
    database.run(transaction -> transaction.update("update top_up set point = null"));
  }

  String attempt() throws InterruptedException {
    return attempt(Map.of());
  }

  String attempt(Map<String, String> settings) throws InterruptedException {
    return new RunTopUp(
            TopUpConfigs.at(source.base(), settings),
            lock,
            ledger,
            applyPage,
            words,
            registerConfig,
            meters,
            pause)
        .attempt();
  }

  static JsonNode upload(String date, String... rows) throws Exception {
    Api.Answer report = RegisterFiles.upload(date, rows);
    assertThat(report.status()).as(report.raw().body()).isEqualTo(200);
    return report.body();
  }

  static JsonNode status() {
    return administrator().get("/v1/register-top-up").body();
  }

  static JsonNode card(String rpps) {
    return practitioner("8" + rpps).get("/v1/me").body().path("practitioner");
  }

  static String today() {
    return LocalDate.now(ZoneId.of("Europe/Paris")).toString();
  }

  static Instant now() {
    return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
  }
}
