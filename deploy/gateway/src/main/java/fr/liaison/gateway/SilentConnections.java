package fr.liaison.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.util.IdentityHashMap;

/**
 * Lets go of connections that never finish the head of a first request, however slowly they feed it
 * letter by letter. Used on one event loop.
 */
final class SilentConnections {
  private static final long PATIENCE_MILLIS = 15_000;

  private final Vertx vertx;
  private final IdentityHashMap<HttpConnection, Long> timers = new IdentityHashMap<>();

  SilentConnections(Vertx vertx) {
    this.vertx = vertx;
  }

  void opened(HttpConnection connection) {
    timers.put(connection, vertx.setTimer(PATIENCE_MILLIS, _ -> connection.close()));
    connection.closeHandler(_ -> spoke(connection));
  }

  void spoke(HttpConnection connection) {
    Long timer = timers.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
