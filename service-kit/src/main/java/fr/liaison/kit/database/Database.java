package fr.liaison.kit.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The service's own PostgreSQL database. Calls block and belong on virtual threads. When {@code
 * inTransaction} returns, the work is committed and flushed; when it throws, nothing was written,
 * except that {@link DatabaseUnavailable} during the commit itself leaves the outcome unknown.
 */
@ApplicationScoped
public class Database {
  private final Pool pool;
  private final Duration timeout;

  Database(Pool pool, DatabaseConfig config) {
    this.pool = pool;
    this.timeout = config.timeout();
  }

  /** Runs the work in one read-committed transaction and commits it. */
  public <T> T inTransaction(Function<Transaction, T> work) {
    return inTransaction(timeout, work);
  }

  /** As {@link #inTransaction(Function)} with another limit per statement, for bulk work. */
  public <T> T inTransaction(Duration limit, Function<Transaction, T> work) {
    Committed<T> committed = commit(limit, work);
    // Only now, as what follows may wait for work that needs a connection too.
    committed.transaction().committed();
    return committed.result();
  }

  private record Committed<T>(Transaction transaction, T result) {}

  private <T> Committed<T> commit(Duration limit, Function<Transaction, T> work) {
    SqlConnection connection = connect();
    try {
      io.vertx.mutiny.sqlclient.Transaction handle = Await.answer(connection.begin(), limit);
      Transaction transaction = new Transaction(connection, limit);
      T result;
      try {
        result = work.apply(transaction);
      } catch (Throwable failure) {
        rollBack(handle, failure);
        throw failure;
      }
      Await.answer(handle.commit(), limit);
      return new Committed<>(transaction, result);
    } finally {
      connection.closeAndForget();
    }
  }

  /** As {@link #inTransaction(Function)} for work without a result. */
  public void run(Consumer<Transaction> work) {
    inTransaction(
        transaction -> {
          work.accept(transaction);
          return Boolean.TRUE;
        });
  }

  /**
   * Reads without opening a transaction: each statement sees its own snapshot, and one that writes,
   * such as an act about what was read, is committed and flushed by itself.
   */
  public <T> T read(Function<Transaction, T> work) {
    SqlConnection connection = connect();
    Transaction statements = new Transaction(connection, timeout);
    T result;
    try {
      result = work.apply(statements);
    } finally {
      connection.closeAndForget();
    }
    statements.committed();
    return result;
  }

  /** A connection that comes after the wait was given up goes back, or the pool would run dry. */
  private SqlConnection connect() {
    CompletableFuture<SqlConnection> coming = pool.getConnection().subscribeAsCompletionStage();
    try {
      return Await.answer(Uni.createFrom().completionStage(coming.copy()), timeout);
    } catch (RuntimeException failure) {
      var unused = coming.thenAccept(SqlConnection::closeAndForget);
      throw failure;
    }
  }

  private void rollBack(io.vertx.mutiny.sqlclient.Transaction handle, Throwable failure) {
    try {
      Await.answer(handle.rollback(), timeout);
    } catch (RuntimeException rollbackFailure) {
      failure.addSuppressed(rollbackFailure);
    }
  }
}
