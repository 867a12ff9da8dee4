package fr.liaison.directory.register;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.register.file.RegisterFile;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * The lock that lets one import run at a time, and what its holder may do with the tables an import
 * lands in. By JDBC, because COPY is beyond the reactive client. The lock belongs to the
 * connection: it ends with the process that held it.
 */
@ApplicationScoped
public class RegisterShadow {
  /** Any number, as long as no other code locks it: "RPPS" in ASCII. */
  private static final long LOCK = 0x52505053L;

  /** So many twentieths of a second an import waits for a page of a top-up. */
  private static final int PATIENCE = 40;

  private final DataSource dataSource;
  private final MemorySize sortMemory;

  RegisterShadow(DataSource dataSource, RegisterConfig config) {
    this.dataSource = dataSource;
    this.sortMemory = config.sortMemory();
  }

  /** Work done while the lock is held. */
  interface Work<T> {
    T with(Session session) throws IOException, SQLException;
  }

  /** Runs the work under the lock; a running import is a conflict. */
  <T> T underLock(Work<T> work) throws IOException {
    return tryLock(work)
        .orElseThrow(
            () ->
                Problem.of(
                    ProblemType.CONFLICT, "Another import is running; try again when it ends"));
  }

  /** Runs the work under the lock unless an import is running. */
  void underLockIfFree(Runnable work) throws IOException {
    var unused =
        tryLock(
            session -> {
              work.run();
              return Boolean.TRUE;
            });
  }

  /** Whether no import is running; one may begin the moment after. */
  public boolean isFree() throws IOException {
    return tryLock(session -> Boolean.TRUE).isPresent();
  }

  private <T> Optional<T> tryLock(Work<T> work) throws IOException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      if (!take(statement)) {
        return Optional.empty();
      }
      try {
        statement.execute("set work_mem = '" + sortMemory.asLongValue() / 1024 + "kB'");
        return Optional.of(work.with(new Session(connection, statement)));
      } finally {
        statement.execute("reset work_mem");
        flag(statement, "select pg_advisory_unlock(" + LOCK + ")");
      }
    } catch (SQLException failure) {
      throw new DatabaseUnavailable(failure);
    } catch (IOException failure) {
      if (failure.getCause() instanceof SQLException) {
        throw new DatabaseUnavailable(failure);
      }
      throw failure;
    }
  }

  /**
   * Whoever holds the lock may do so for one page of a top-up. That an import began and did not end
   * does not tell: its instance may have died.
   */
  private static boolean take(Statement statement) throws SQLException {
    if (flag(statement, "select pg_try_advisory_lock(" + LOCK + ")")) {
      return true;
    }
    for (int i = 0; i < PATIENCE; i++) {
      if (flag(
          statement,
          "select pg_try_advisory_lock(" + LOCK + ") from (select pg_sleep(0.05)) as passed")) {
        return true;
      }
    }
    return false;
  }

  /** Keeps imports away until the transaction ends; false when one is running. */
  public boolean keepAway(Transaction transaction) {
    return transaction
        .first(row -> row.getBoolean(0), "select pg_try_advisory_xact_lock($1)", LOCK)
        .orElseThrow();
  }

  private static boolean flag(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      return result.next() && result.getBoolean(1);
    }
  }

  /** How a row of a file becomes rows of its shadow. */
  interface Written<R> {
    void to(CopyText text, R row) throws IOException;
  }

  /** What an import may do with the shadow tables. */
  static final class Session {
    private final Connection connection;
    private final Statement statement;

    private Session(Connection connection, Statement statement) {
      this.connection = connection;
      this.statement = statement;
    }

    Statement statement() {
      return statement;
    }

    /** Streams the usable rows of a file by a COPY statement; answers how many those are. */
    <R> long load(String copySql, RegisterFile<?, R> file, Written<R> written)
        throws IOException, SQLException {
      return copyIn(
          copySql,
          target -> {
            CopyText text = new CopyText(target);
            long usable = file.read(row -> written.to(text, row));
            text.flush();
            return usable;
          });
    }

    /** What is written between the beginning and the end of a COPY. */
    interface Copied<T> {
      T to(CopyText.Target target) throws IOException;
    }

    /** All that is written, or nothing of it when writing fails. */
    <T> T copyIn(String sql, Copied<T> copied) throws IOException, SQLException {
      CopyIn copy = api().copyIn(sql);
      try {
        T answer =
            copied.to(
                (bytes, offset, length) -> {
                  try {
                    copy.writeToCopy(bytes, offset, length);
                  } catch (SQLException failure) {
                    throw new IOException(failure);
                  }
                });
        copy.endCopy();
        return answer;
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    }

    /** Throws where the connection, and with it the lock, is gone; not while a COPY runs. */
    void requireHeld() throws IOException {
      try {
        statement.execute("select 1");
      } catch (SQLException gone) {
        throw new IOException(gone);
      }
    }

    CopyManager api() throws SQLException {
      return connection.unwrap(PGConnection.class).getCopyAPI();
    }
  }

  /** How many rows repeat others, and the first such lines. */
  record Repeats(long count, List<Long> lines) {}
}
