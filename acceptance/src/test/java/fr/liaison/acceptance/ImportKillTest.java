package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.acceptance.commit.Stall;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.acceptance.register.Register;
import fr.liaison.acceptance.register.Register.Extract;
import fr.liaison.acceptance.register.StoredRegister;
import fr.liaison.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The directory-service dies by kill -9 again and again while it imports a register, half of the
 * times inside the transaction of the merge: the directory is the old or the new one, its report
 * says which, no lock and no file of the dead one stays, and the next import works.
 */
@Scenario
@Order(6)
class ImportKillTest {
  /** How often each kind of import is killed; 50 for the long run. */
  private static final int KILLS = Integer.getInteger("liaison.import.kills", 2);

  /** What a merge writes to, in that order. */
  private static final List<String> TABLES =
      List.of("practitioner", "situation", "register_import", "outbox");

  private static final int LONGEST_WAIT_MILLIS = 400;
  private static final String EMPTY = "empty";

  private final Platform platform;
  private final Register register;
  private final StoredRegister stored;
  private final Random random = new Random(Long.getLong("liaison.import.seed", 43));
  private String shipped;

  ImportKillTest(Platform platform) {
    this.platform = platform;
    this.register = new Register(platform.url());
    this.stored = new StoredRegister(platform.database("directory"));
  }

  @BeforeAll
  void theShippedRegister() throws SQLException {
    register.load(Extract.SHIPPED);
    shipped = stored.everybody();
  }

  @AfterAll
  void close() {
    register.load(Extract.SHIPPED);
  }

  @Test
  @Order(1)
  void whereverTheImportOfANightDiesTheDirectoryIsThatOfTheDayBeforeOrTheNew(TestReporter figures)
      throws SQLException, IOException {
    register.load(Extract.NEXT_NIGHT);
    String wanted = stored.everybody();
    assertThat(wanted).isNotEqualTo(shipped);
    register.load(Extract.SHIPPED);
    assertThat(stored.everybody()).isEqualTo(shipped);
    int taken = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      taken += dieImporting(Extract.NEXT_NIGHT, shipped, wanted, kill % 2 == 0) ? 1 : 0;
      register.load(Extract.NEXT_NIGHT);
      assertThat(stored.everybody()).isEqualTo(wanted);
      register.load(Extract.SHIPPED);
    }
    publish(figures, taken);
  }

  @Test
  @Order(2)
  void whereverTheFirstImportDiesTheDirectoryIsEmptyOrWhole(TestReporter figures)
      throws SQLException, IOException {
    platform.kill("directory");
    stored.awaitDeserted();
    stored.putAside();
    try {
      platform.restart("directory");
      int taken = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        stored.clear();
        taken += dieImporting(Extract.SHIPPED, EMPTY, shipped, kill % 2 == 0) ? 1 : 0;
      }
      publish(figures, taken);
    } finally {
      platform.kill("directory");
      stored.awaitDeserted();
      stored.bringBack();
      platform.restart("directory");
    }
    assertThat(stored.everybody()).isEqualTo(shipped);
  }

  /** Answers whether the import was taken although its service died. */
  private boolean dieImporting(
      Extract extract, String before, String wanted, boolean insideTheMerge)
      throws SQLException, IOException {
    UUID id = UUID.randomUUID();
    CompletableFuture<Void> upload = register.begin(extract, id);
    kill(insideTheMerge);
    upload.join();
    stored.awaitDeserted();
    assertThat(stored.isLocked()).isFalse();
    assertThat(temporary("register-")).isEmpty();
    String after = stored.isEmpty() ? EMPTY : stored.everybody();
    // Starts with the shipped register where another, or none, is in force.
    platform.restart("directory");
    assertThat(stored.everybody()).isEqualTo(shipped);
    assertThat(stored.unended()).isZero();
    assertThat(temporary("register-")).isEmpty();
    assertThat(temporary("liaison-")).as("indexes of former processes").hasSizeLessThan(2);
    boolean wasTaken = after.equals(wanted);
    if (!wasTaken) {
      assertThat(after).isEqualTo(before);
    }
    assertThatTheReportSays(wasTaken, register.report(id));
    return wasTaken;
  }

  /** Of an import that had not even begun there is no report. */
  private static void assertThatTheReportSays(boolean wasTaken, JsonNode report) {
    if (wasTaken) {
      assertThat(report.path("outcome").asText()).isEqualTo("accepted");
    } else if (!report.isMissingNode()) {
      assertThat(report.path("reason").asText()).isEqualTo("interrupted");
    }
  }

  private List<Path> temporary(String prefix) throws IOException {
    Path folder = platform.dataDirectory().resolve("directory").resolve("tmp");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
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

  private static void publish(TestReporter figures, int taken) {
    figures.publishEntry(Map.of("kills", "" + KILLS, "imported all the same", "" + taken));
  }
}
