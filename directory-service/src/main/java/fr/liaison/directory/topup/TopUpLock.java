package fr.liaison.directory.topup;

import fr.liaison.kit.database.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** One top-up at a time among all instances; the lock ends with the process that held it. */
@ApplicationScoped
class TopUpLock {
  /** Any number, as long as no other code locks it: "TOPU" in ASCII. */
  private static final long LOCK = 0x544F5055L;

  private final DataSource dataSource;

  TopUpLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work done while the lock is held. */
  interface Work {
    String result() throws InterruptedException;
  }

  /** Empty when another holds the lock. */
  Optional<String> alone(Work work) throws InterruptedException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      if (!flag(statement, "select pg_try_advisory_lock(" + LOCK + ")")) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.result());
      } finally {
        flag(statement, "select pg_advisory_unlock(" + LOCK + ")");
      }
    } catch (SQLException failure) {
      throw new DatabaseUnavailable(failure);
    }
  }

  private static boolean flag(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      return result.next() && result.getBoolean(1);
    }
  }
}
