package fr.liaison.gateway.answer;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line per exchange: method, route, status, milliseconds, bytes. The route is the path of a
 * service or login page with every segment replaced by a star that is not a plain lower-case word;
 * no query, header, address or body part is ever written.
 */
public final class AccessLog {
  private static final Logger LOG = System.getLogger("fr.liaison.gateway.access");
  private static final Pattern PLAIN_SEGMENT =
      Pattern.compile("[a-z]{1,24}(?:-[a-z]{1,24}){0,3}|v[0-9]|");
  private static final int SEGMENTS = 8;
  private static final int SWITCHING_PROTOCOLS = 101;

  /** Writes the line when the exchange is over, however it ends. */
  public void watch(HttpServerRequest request) {
    if (!LOG.isLoggable(Level.INFO)) {
      return;
    }
    long start = System.nanoTime();
    HttpServerResponse response = request.response();
    response
        .endHandler(_ -> write(request, response, start, "done"))
        .closeHandler(
            _ -> {
              if (!response.ended()) {
                write(request, response, start, endOf(response));
              }
            });
  }

  /** A WebSocket has no end of its answer: closing is how it ends. */
  private static String endOf(HttpServerResponse response) {
    return response.getStatusCode() == SWITCHING_PROTOCOLS ? "closed" : "aborted";
  }

  private static void write(
      HttpServerRequest request, HttpServerResponse response, long start, String end) {
    LOG.log(
        Level.INFO,
        "method={0} route={1} status={2} ms={3} in={4} out={5} end={6}",
        request.method().name(),
        route(request.path()),
        Integer.toString(response.getStatusCode()),
        Long.toString((System.nanoTime() - start) / 1_000_000),
        Long.toString(request.bytesRead()),
        Long.toString(response.bytesWritten()),
        end);
  }

  static String route(@Nullable String path) {
    if (path == null || !(path.startsWith("/api/") || path.startsWith("/auth/"))) {
      return "site";
    }
    return Arrays.stream(path.split("/", SEGMENTS))
        .map(s -> PLAIN_SEGMENT.matcher(s).matches() ? s : "*")
        .collect(Collectors.joining("/"));
  }
}
