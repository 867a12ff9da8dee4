package fr.liaison.directory.register.source;

import fr.liaison.kit.database.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets one fetch go on at a time, of all instances. The lock belongs to its connection: it ends
 * with the process that held it. Another one than that of imports, which each file takes anew.
 */
@ApplicationScoped
public class FetchTurns {
  /** Any number, as long as no other code locks it: "FTCH" in ASCII. */
  private static final long LOCK = 0x46544348L;

  private final DataSource dataSource;

  FetchTurns(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whoever has it may fetch until they close it. */
  @FunctionalInterface
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /** Nothing while somebody fetches. */
  Optional<Turn> take() {
    try {
      Connection connection = dataSource.getConnection();
      boolean mine = false;
      try {
        mine = flag(connection, "select pg_try_advisory_lock(" + LOCK + ")");
      } finally {
        if (!mine) {
          connection.close();
        }
      }
      return mine ? Optional.of(() -> giveBack(connection)) : Optional.empty();
    } catch (SQLException failure) {
      throw new DatabaseUnavailable(failure);
    }
  }

  private static void giveBack(Connection taken) {
    try (Connection connection = taken) {
      var _ = flag(connection, "select pg_advisory_unlock(" + LOCK + ")");
    } catch (SQLException gone) {
      // The lock went with the connection.
      return;
    }
  }

  private static boolean flag(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() && result.getBoolean(1);
    }
  }
}
