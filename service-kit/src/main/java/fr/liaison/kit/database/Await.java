package fr.liaison.kit.database;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/**
 * Waits for a reactive answer on the calling (virtual) thread and sorts failures into two kinds:
 * what PostgreSQL refused, and everything the driver says about its connection.
 */
final class Await {
  private Await() {}

  static <T> T answer(Uni<T> uni, Duration timeout) {
    try {
      return uni.await().atMost(timeout);
    } catch (TimeoutException slow) {
      throw new DatabaseUnavailable(slow);
    } catch (RuntimeException failure) {
      throw sort(failure);
    }
  }

  private static RuntimeException sort(RuntimeException failure) {
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof PgException refusal) {
        return isOutage(refusal) ? new DatabaseUnavailable(refusal) : new StatementRefused(refusal);
      }
      if (cause instanceof java.io.IOException
          || cause instanceof io.vertx.core.VertxException
          || cause instanceof java.util.concurrent.TimeoutException) {
        return new DatabaseUnavailable(cause);
      }
      cause = cause.getCause();
    }
    // The driver tells of a connection found closed by bare Throwables, which arrive wrapped; what
    // is a mistake in our own call is a RuntimeException and arrives as it is.
    return failure instanceof CompletionException ? new DatabaseUnavailable(failure) : failure;
  }

  /**
   * Connection trouble (08), operator intervention such as shutdown (57), no resources (53), and a
   * transaction given up for another (40): all of them pass.
   */
  private static boolean isOutage(PgException refusal) {
    String state = refusal.getSqlState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("57")
        || state.startsWith("53")
        || state.startsWith("40");
  }
}
