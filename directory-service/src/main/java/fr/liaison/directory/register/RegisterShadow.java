package fr.liaison.directory.register;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The tables an import lands in, and the lock that lets one import run at a time. The only code
 * that speaks JDBC, because COPY is beyond the reactive client. The lock belongs to the connection:
 * it ends with the process that held it.
 */
@ApplicationScoped
public class RegisterShadow {
  /** Any number, as long as no other code locks it: "RPPS" in ASCII. */
  private static final long LOCK = 0x52505053L;

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

  private <T> Optional<T> tryLock(Work<T> work) throws IOException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      if (!flag(statement, "select pg_try_advisory_lock(" + LOCK + ")")) {
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

  private static boolean flag(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      return result.next() && result.getBoolean(1);
    }
  }

  /** What an import may do with the shadow tables. */
  static final class Session {
    private final Connection connection;
    private final Statement statement;

    private Session(Connection connection, Statement statement) {
      this.connection = connection;
      this.statement = statement;
    }

    /** Empties the shadow; waits for a merge that still reads it. */
    void clear() throws SQLException {
      statement.execute("truncate register_shadow, register_shadow_person");
    }

    /** Streams the usable rows into the shadow. */
    RegisterFile.Counts load(RegisterFile file) throws IOException, SQLException {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(ShadowRows.COPY);
      try {
        ShadowRows rows = new ShadowRows(copy);
        RegisterFile.Counts counts = file.read(rows);
        rows.finish();
        return counts;
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    }

    /** Lines that repeat an earlier row cell for cell, the first of them by number. */
    Repeats repeats(int named) throws SQLException {
      long count;
      try (ResultSet result =
          statement.executeQuery(
              "select count(*) - count(distinct row_hash) from register_shadow")) {
        count = result.next() ? result.getLong(1) : 0;
      }
      List<Long> lines = new ArrayList<>();
      if (count > 0) {
        try (ResultSet result =
            statement.executeQuery(
                """
                select line from (
                  select line, row_number() over (partition by row_hash order by line) as n
                  from register_shadow) r
                where n > 1 order by line limit %d"""
                    .formatted(named))) {
          while (result.next()) {
            lines.add(result.getLong(1));
          }
        }
      }
      return new Repeats(count, lines);
    }

    /**
     * Gathers the rows by person and marks who differs from the directory; returns how many. A
     * program whose identification a row bears stays as it is.
     */
    long gatherPeople() throws SQLException {
      statement.execute("analyze register_shadow");
      long people =
          statement.executeLargeUpdate(
              """
              insert into register_shadow_person
                (national_id, first_line, fingerprint, exercises, changed)
              select s.national_id, s.first_line, s.fingerprint, s.exercises,
                     p.id is null or (p.status = 'departed' or p.fingerprint <> s.fingerprint)
                       and not exists (select from software w where w.practitioner_id = p.id)
              from (
                select national_id, min(line) as first_line,
                       md5(string_agg(distinct row_hash::text, '' order by row_hash::text))::uuid
                         as fingerprint,
                       array_agg(distinct profession_code || '|' || profession || '|'
                         || coalesce(savoir_faire_code, '') || '|'
                         || coalesce(savoir_faire, '')) as exercises
                from register_shadow group by national_id) s
              left join practitioner p using (national_id)
              """);
      statement.execute("analyze register_shadow_person");
      return people;
    }
  }

  /** How many rows repeat others, and the first such lines. */
  record Repeats(long count, List<Long> lines) {}
}
