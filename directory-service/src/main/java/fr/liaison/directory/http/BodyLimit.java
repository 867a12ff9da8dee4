package fr.liaison.directory.http;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps every body small but the register upload, which alone needs the service-wide limit.
 * Declared lengths are refused at once; undeclared ones when the reader passes the limit.
 */
public class BodyLimit {
  private static final long SMALL = 64 * 1024;
  private static final String UPLOAD = "/v1/register-imports";

  @ServerRequestFilter(preMatching = true)
  public void limit(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (UPLOAD.equals(request.path())) {
      return;
    }
    context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, SMALL);
    String length = request.getHeader("Content-Length");
    if (length != null && Long.parseLong(length) > SMALL) {
      throw Problem.of(ProblemType.TOO_LARGE);
    }
  }
}
