package fr.liaison.gateway.answer;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.gateway.limit.RateRules.Exceeded;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * The gateway's refusals, as RFC 9457 problems of the closed list every service shares. A refusal
 * given while the body is still arriving closes the connection, after a moment in which the client
 * can read the answer. Never carries input.
 */
public final class Problems {
  private static final int RETRY_SECONDS = 5;
  private static final long LINGER_MILLIS = 500;

  private final Vertx vertx;
  private final SecurityHeaders security;

  public Problems(Vertx vertx, SecurityHeaders security) {
    this.vertx = vertx;
    this.security = security;
  }

  public void notFound(HttpServerRequest request) {
    refuse(request, ProblemType.NOT_FOUND, new JsonObject());
  }

  public void malformed(HttpServerRequest request) {
    refuse(request, ProblemType.MALFORMED_REQUEST, new JsonObject());
  }

  public void methodNotAllowed(HttpServerRequest request, String allowed) {
    request.response().putHeader("Allow", allowed);
    refuse(request, ProblemType.METHOD_NOT_ALLOWED, new JsonObject());
  }

  public void tooLarge(HttpServerRequest request, long limit) {
    refuse(request, ProblemType.TOO_LARGE, new JsonObject().put("limit", limit));
  }

  /** The upstream cannot be reached or broke off; {@code service} is the name of the route. */
  public void unavailable(HttpServerRequest request, String service) {
    request.response().putHeader("Retry-After", Integer.toString(RETRY_SECONDS));
    refuse(request, ProblemType.UNAVAILABLE, new JsonObject().put("service", service));
  }

  public void tooMany(HttpServerRequest request, Exceeded exceeded) {
    String policy = '"' + exceeded.policy() + '"';
    request
        .response()
        .putHeader("Retry-After", Long.toString(exceeded.retryAfter()))
        .putHeader(
            "RateLimit-Policy",
            policy + ";q=" + exceeded.rate().burst() + ";w=" + exceeded.rate().window())
        .putHeader("RateLimit", policy + ";r=0;t=" + exceeded.retryAfter());
    refuse(request, ProblemType.TOO_MANY_REQUESTS, new JsonObject());
  }

  /** The body did not arrive in time: 408 has no code of its own, the client just sends again. */
  public void tooSlow(HttpServerRequest request) {
    HttpServerResponse response =
        request.response().setStatusCode(408).putHeader("Connection", "close");
    security.data(response.headers());
    close(request, response.end());
  }

  private void refuse(HttpServerRequest request, ProblemType type, JsonObject members) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    JsonObject problem =
        new JsonObject()
            .put("type", type.uri())
            .put("code", type.code())
            .put("title", type.title())
            .put("status", type.status())
            .mergeIn(members);
    security.data(response.headers());
    response.setStatusCode(type.status()).putHeader("Content-Type", "application/problem+json");
    if (isBodyPending(request)) {
      response.putHeader("Connection", "close");
      close(request, response.end(problem.toBuffer()));
    } else {
      discard(request);
      response.end(problem.toBuffer());
    }
  }

  private static boolean isBodyPending(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    boolean expected =
        request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0"));
    return expected && !request.isEnded();
  }

  /** Closing at once with unread input would reset the connection under the answer. */
  private void close(HttpServerRequest request, Future<Void> sent) {
    discard(request);
    sent.onComplete(_ -> vertx.setTimer(LINGER_MILLIS, _ -> request.connection().close()));
  }

  private static void discard(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.handler(_ -> {});
      request.exceptionHandler(_ -> {});
      request.resume();
    }
  }
}
