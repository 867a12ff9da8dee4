package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.acceptance.commit.Stall;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.acceptance.register.Register;
import fr.liaison.acceptance.register.StoredRegister;
import fr.liaison.platform.Platform;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The directory-service dies by kill -9 again and again while it imports a register, half of the
 * times inside the transaction of the merge: the directory is the old or the new one, its report
 * says which, and the next import works.
 */
@Scenario
@Order(6)
class ImportKillTest {
  /** How often it is killed; 50 for the long run. */
  private static final int KILLS = Integer.getInteger("liaison.import.kills", 2);

  /** What a merge writes to, in that order. */
  private static final List<String> TABLES =
      List.of("practitioner", "situation", "register_import", "outbox");

  private static final int LONGEST_WAIT_MILLIS = 400;

  private final Platform platform;
  private final Register register;
  private final StoredRegister stored;
  private final Random random = new Random(43);
  private String shipped;
  private String other;
  private int taken;

  ImportKillTest(Platform platform) {
    this.platform = platform;
    this.register = new Register(platform.url());
    this.stored = new StoredRegister(platform.database("directory"));
  }

  @BeforeAll
  void twoRegisters() throws SQLException {
    register.loadShipped();
    shipped = stored.everybody();
    register.loadOther();
    other = stored.everybody();
    assertThat(other).isNotEqualTo(shipped);
    register.loadShipped();
    assertThat(stored.everybody()).isEqualTo(shipped);
  }

  @AfterAll
  void close() {
    register.loadShipped();
  }

  @Test
  void whereverAnImportDiesTheDirectoryIsTheOldOneOrTheNew(TestReporter figures)
      throws SQLException {
    for (int kill = 0; kill < KILLS; kill++) {
      UUID id = UUID.randomUUID();
      CompletableFuture<Void> upload = register.beginOther(id);
      kill(kill % 2 == 0);
      upload.join();
      stored.awaitDeserted();
      boolean wasTaken = stored.everybody().equals(other);
      if (!wasTaken) {
        assertThat(stored.everybody()).isEqualTo(shipped);
      }
      // Starts with the shipped register where another is in force.
      platform.restart("directory");
      assertThat(stored.everybody()).isEqualTo(shipped);
      assertThatTheReportSays(wasTaken, register.report(id));
      taken += wasTaken ? 1 : 0;
    }
    register.loadOther();
    assertThat(stored.everybody()).isEqualTo(other);
    figures.publishEntry(Map.of("kills", "" + KILLS, "imported all the same", "" + taken));
  }

  /** Of an import that had not even begun there is no report. */
  private static void assertThatTheReportSays(boolean wasTaken, JsonNode report) {
    if (wasTaken) {
      assertThat(report.path("outcome").asText()).isEqualTo("accepted");
    } else if (!report.isMissingNode()) {
      assertThat(report.path("reason").asText()).isEqualTo("interrupted");
    }
  }

  private void kill(boolean insideTheMerge) throws SQLException {
    if (insideTheMerge) {
      String table = TABLES.get(random.nextInt(TABLES.size()));
      try (Stall stall = new Stall(platform.database("directory"), table)) {
        stall.awaitCaught();
        platform.kill("directory");
      }
    } else {
      Duration wait = Duration.ofMillis(1 + random.nextInt(LONGEST_WAIT_MILLIS));
      Awaitility.await().pollDelay(wait).until(() -> true);
      platform.kill("directory");
    }
  }
}
