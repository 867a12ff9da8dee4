package fr.liaison.audit.checkpoint;

import static fr.liaison.audit.Patience.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.liaison.audit.Acts;
import fr.liaison.audit.AuditConfig;
import fr.liaison.audit.LogProbe;
import fr.liaison.audit.checkpoint.PublishOutcome.NothingNew;
import fr.liaison.audit.checkpoint.PublishOutcome.Refused;
import fr.liaison.audit.checkpoint.PublishOutcome.Refused.Reason;
import fr.liaison.audit.tlog.Checkpoint;
import fr.liaison.audit.tlog.note.KeyName;
import fr.liaison.audit.tlog.note.SignerKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishCheckpointTest {

  private static final List<String> TABLES =
      List.of("log_state", "leaf", "tile", "act", "published_checkpoint");

  @Inject LogProbe log;
  @Inject PublishCheckpoint publishCheckpoint;
  @Inject CheckpointLock lock;
  @Inject AuditConfig config;

  @Test
  void everyCheckpointEndsUpInTheLockAndInTheDatabase() {
    log.append(Acts.many(3));

    eventually(() -> assertThat(publishCheckpoint.publish()).isInstanceOf(NothingNew.class));

    String served = given().get("/v1/log/checkpoint").body().asString();
    assertThat(lock.read().orElseThrow()).hasToString(served);
  }

  @Test
  void aCheckpointSignedBeforeACrashIsShownAfterIt() {
    log.append(Acts.many(3));
    eventually(() -> assertThat(publishCheckpoint.publish()).isInstanceOf(NothingNew.class));
    String signed = lock.read().orElseThrow().toString();

    log.run("delete from published_checkpoint");

    eventually(
        () -> assertThat(given().get("/v1/log/checkpoint").body().asString()).isEqualTo(signed));
  }

  @Test
  void aRestoredBackupSignsNothingAndRaisesTheAlarm() {
    log.append(Acts.many(300));
    eventually(() -> assertThat(publishCheckpoint.publish()).isInstanceOf(NothingNew.class));
    copy("", "_backup");
    log.append(Acts.many(300));
    eventually(() -> assertThat(publishCheckpoint.publish()).isInstanceOf(NothingNew.class));
    String lastSigned = lock.read().orElseThrow().toString();
    copy("", "_truth");

    copy("_backup", "");
    assertThat(publishCheckpoint.publish()).isEqualTo(new Refused(Reason.LOG_SHRANK));

    // The restored service goes on taking acts in, until it is larger than what was signed.
    log.append(Acts.many(400));
    assertThat(publishCheckpoint.publish()).isEqualTo(new Refused(Reason.LOG_FORKED));
    eventually(
        () ->
            given()
                .get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                    "checks.find { it.name == 'checkpoint' }.data.reason", equalTo("log-forked")));
    assertThat(metric("liaison_audit_fork_alarm")).isEqualTo(1);
    assertThat(lock.read().orElseThrow()).hasToString(lastSigned);

    copy("_truth", "");
    eventually(
        () -> {
          assertThat(publishCheckpoint.publish()).isInstanceOf(NothingNew.class);
          given()
              .get("/q/health/ready")
              .then()
              .statusCode(200)
              .body("checks.name", hasItem("postgresql"));
          assertThat(metric("liaison_audit_fork_alarm")).isEqualTo(0);
        });
  }

  @Test
  void aLostSpoiltOrForeignLockStopsSigningUntilItIsPutBack() throws IOException {
    log.append(Acts.many(3));
    eventually(() -> assertThat(publishCheckpoint.publish()).isInstanceOf(NothingNew.class));
    Path file = config.lockFile();
    String content = Files.readString(file);
    log.append(Acts.many(3));
    eventually(() -> assertThat(publishCheckpoint.publish()).isInstanceOf(NothingNew.class));
    String newest = Files.readString(file);
    try {
      Files.delete(file);
      assertThat(publishCheckpoint.publish()).isEqualTo(new Refused(Reason.LOCK_MISSING));
      Files.writeString(file, "spoilt");
      assertThat(publishCheckpoint.publish()).isEqualTo(new Refused(Reason.LOCK_UNREADABLE));
      Files.writeString(file, foreign(content));
      assertThat(publishCheckpoint.publish()).isEqualTo(new Refused(Reason.LOCK_FOREIGN));
    } finally {
      Files.writeString(file, newest);
    }
    eventually(() -> assertThat(publishCheckpoint.publish()).isInstanceOf(NothingNew.class));
  }

  @Test
  void theMetricsTellSizeBacklogAndAge() {
    log.append(Acts.many(3));
    long size = log.size();

    eventually(
        () -> {
          assertThat(metric("liaison_audit_log_size")).isGreaterThanOrEqualTo(size);
          assertThat(metric("liaison_audit_log_backlog")).isZero();
          assertThat(metric("liaison_audit_checkpoint_age_seconds")).isLessThan(10);
        });
  }

  private static String foreign(String note) {
    SignerKey other = SignerKey.ofSeed(new KeyName("other.example"), new byte[32]);
    Checkpoint ours = Checkpoint.parse(note.substring(0, note.indexOf("\n\n") + 1));
    return new Checkpoint(other.verifier().name(), ours.head()).sign(other).toString();
  }

  /** Dumps or restores the log's tables, as a backup does. */
  private void copy(String from, String to) {
    if (from.isEmpty()) {
      TABLES.forEach(
          table -> {
            log.run("drop table if exists " + table + to);
            log.run("create table " + table + to + " as table " + table);
          });
    } else {
      StringBuilder restore = new StringBuilder("truncate ");
      restore.append(String.join(", ", TABLES));
      log.runAll(
          restore.toString(),
          TABLES.stream().map(table -> "insert into " + table + " table " + table + from).toList());
    }
  }

  private static double metric(String name) {
    return given()
        .get("/q/metrics")
        .body()
        .asString()
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElseThrow();
  }
}
