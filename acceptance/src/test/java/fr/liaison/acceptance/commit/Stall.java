package fr.liaison.acceptance.commit;

import fr.liaison.platform.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Holds a table, so that whoever writes to it stands still inside its transaction. */
public final class Stall implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Connection connection;
  private final String table;

  public Stall(DatabaseAccess database, String table) throws SQLException {
    this.connection =
        DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
    this.table = table;
    connection.setAutoCommit(false);
    try (Statement lock = connection.createStatement()) {
      lock.execute("lock table " + table + " in exclusive mode");
    }
  }

  /** Returns when somebody stands still here. */
  public void awaitCaught() {
    Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(this::hasCaught);
  }

  private boolean hasCaught() throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet found =
            query.executeQuery(
                "select count(*) from pg_locks where not granted and relation = '"
                    + table
                    + "'::regclass")) {
      return found.next() && found.getLong(1) > 0;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
