package fr.liaison.kit.database;

import fr.liaison.kit.log.Log;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One open transaction. Belongs to the thread that opened it; statements run one after the other.
 * Arguments are {@code $1…} placeholders; arrays bind as PostgreSQL arrays.
 */
public final class Transaction {
  private static final Log LOG = Log.of(Transaction.class);

  private final SqlConnection connection;
  private final Duration timeout;
  private final List<Runnable> afterCommit = new ArrayList<>();

  Transaction(SqlConnection connection, Duration timeout) {
    this.connection = connection;
    this.timeout = timeout;
  }

  /** All rows of a query or of a statement with {@code returning}, mapped in order. */
  public <T> List<T> rows(Function<Row, T> mapper, String sql, @Nullable Object... arguments) {
    List<T> mapped = new ArrayList<>();
    for (Row row : run(sql, arguments)) {
      mapped.add(mapper.apply(row));
    }
    return mapped;
  }

  /** The first row, or empty. */
  public <T> Optional<T> first(Function<Row, T> mapper, String sql, @Nullable Object... arguments) {
    for (Row row : run(sql, arguments)) {
      return Optional.of(mapper.apply(row));
    }
    return Optional.empty();
  }

  /** Runs a statement and answers how many rows it touched. */
  public int update(String sql, @Nullable Object... arguments) {
    return run(sql, arguments).rowCount();
  }

  /**
   * Runs once the transaction is committed and its connection given back, on the committing thread;
   * never after a rollback. A failure is logged and keeps neither the caller nor other actions.
   */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  void committed() {
    for (Runnable action : afterCommit) {
      try {
        action.run();
      } catch (RuntimeException failure) {
        LOG.error("What follows a commit failed", Map.of(), failure);
      }
    }
  }

  private RowSet<Row> run(String sql, @Nullable Object[] arguments) {
    return Await.answer(
        connection.preparedQuery(sql).execute(Tuple.from(Arrays.asList(arguments))), timeout);
  }
}
