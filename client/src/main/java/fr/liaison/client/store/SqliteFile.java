package fr.liaison.client.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** How the file is opened: write-ahead log, every commit flushed, deleted bytes overwritten. */
final class SqliteFile {
  private SqliteFile() {}

  static Connection open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setBusyTimeout(5_000);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }

  /** Whether SQLite finds its own structures in order. */
  static boolean isSound(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet verdict = statement.executeQuery("pragma quick_check(1)")) {
      return verdict.next() && "ok".equals(verdict.getString(1));
    }
  }

  /** What a failed statement means to the program. */
  static RuntimeException failure(SQLException cause) {
    return isDamage(cause)
        ? new StoreDamaged("SQLite cannot read the file")
        : new StoreUnavailable(cause);
  }

  static boolean isDamage(SQLException cause) {
    int primary = cause.getErrorCode() & 0xff;
    return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
  }
}
