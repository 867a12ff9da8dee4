package fr.liaison.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.liaison.platform.layout.Checkout;
import fr.liaison.platform.layout.Programs;
import fr.liaison.platform.layout.RunDirectory;
import fr.liaison.platform.postgres.DatabaseAccess;
import fr.liaison.platform.process.Health;
import fr.liaison.platform.process.StartFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
  private static final EnumSet<Part> DATABASE = EnumSet.of(Part.POSTGRESQL);

  @Test
  void twoPlatformsRunSideBySide() throws SQLException {
    try (Platform one = Platform.start(DATABASE);
        Platform other = Platform.start(DATABASE)) {
      execute(one.database("audit"), "create table t (id int)");
      execute(other.database("audit"), "create table t (id int)");
      assertThat(one.dataDirectory()).isNotEqualTo(other.dataDirectory());
    }
  }

  @Test
  void eachServiceIsConfinedToItsOwnDatabase() {
    try (Platform platform = Platform.start(DATABASE)) {
      DatabaseAccess audit = platform.database("audit");
      DatabaseAccess foreign =
          new DatabaseAccess("directory", audit.role(), audit.password(), audit.port());

      assertThatThrownBy(() -> execute(foreign, "select 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aFailingStatementLeavesNoValueInTheDatabasesLog() throws Exception {
    try (Platform platform = Platform.start(DATABASE)) {
      DatabaseAccess audit = platform.database("audit");
      execute(audit, "create table people (id text primary key)");
      execute(audit, "insert into people values ('planted-marker')");
      assertThatThrownBy(() -> execute(audit, "insert into people values ('planted-marker')"));

      assertThat(Files.readString(platform.log("postgresql")))
          .contains("duplicate key")
          .doesNotContain("planted-marker");
    }
  }

  @Test
  void aPartThatDiesIsBroughtBackUnderSupervision() throws Exception {
    try (Platform platform = Platform.start(DATABASE)) {
      execute(platform.database("audit"), "create table kept (id int)");
      List<String> told = new CopyOnWriteArrayList<>();
      platform.supervise(
          new Supervision.Listener() {
            @Override
            public void died(Part part) {
              told.add(part + " died");
            }

            @Override
            public void back(Part part, Health health) {
              told.add(part + " " + health.getClass().getSimpleName());
            }
          });

      platform.kill("postgresql");

      await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(told).hasSize(2));
      assertThat(told).containsExactly("POSTGRESQL died", "POSTGRESQL Ready");
      execute(platform.database("audit"), "insert into kept values (1)");
    }
  }

  @Test
  void aSecondLauncherOfTheSameRunDirectoryIsRefused(@TempDir Path folder) throws Exception {
    RunDirectory directory = new RunDirectory(folder);
    Platform first = prepare(directory);

    assertThatThrownBy(() -> prepare(directory))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("already running");
    first.close();
    prepare(directory).close();
  }

  @Test
  void usersAreStoppedBeforeWhatTheyUse() {
    assertThat(StartOrder.stopWaves(EnumSet.allOf(Part.class).stream().toList()).getLast())
        .containsExactly(Part.POSTGRESQL, Part.KAFKA, Part.S3);
  }

  private static Platform prepare(RunDirectory directory) throws java.io.IOException {
    return Platform.prepare(
        Programs.built(Checkout.find()),
        directory,
        PortPlan.free(),
        EnumSet.noneOf(Part.class),
        JvmFlags.NONE,
        false);
  }

  private static void execute(DatabaseAccess access, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), access.role(), access.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
