package fr.liaison.gateway.forward;

import fr.liaison.gateway.answer.Problems;
import fr.liaison.gateway.answer.SecurityHeaders;
import fr.liaison.gateway.limit.LimitedBody;
import fr.liaison.gateway.route.Route;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;

/**
 * Carries one request to its upstream and the answer back. Bodies stream both ways at the pace of
 * the slower side. An upstream that cannot be reached, or breaks off before answering, is a 503;
 * one that breaks off later resets the client's connection, so that half an answer never looks
 * whole.
 */
public final class Forward {
  private final Vertx vertx;
  private final HttpClient client;
  private final HeaderRules rules;
  private final SecurityHeaders security;
  private final Problems problems;

  public Forward(
      Vertx vertx,
      HttpClient client,
      HeaderRules rules,
      SecurityHeaders security,
      Problems problems) {
    this.vertx = vertx;
    this.client = client;
    this.rules = rules;
    this.security = security;
    this.problems = problems;
  }

  public void handle(HttpServerRequest request, Route.Upstream route, URI upstream) {
    long declared = declaredLength(request);
    if (declared > route.limit().bytes()) {
      problems.tooLarge(request, route.limit().bytes());
      return;
    }
    boolean awaitsContinue = "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    ProxyRequest outgoing = ProxyRequest.reverseProxy(request);
    LimitedBody body = new LimitedBody(vertx, request, route.limit());
    outgoing.setURI(route.target());
    rules.inward(outgoing.headers(), request.remoteAddress().hostAddress());
    outgoing.setBody(Body.body(body, declared));
    client
        .request(new RequestOptions().setHost(upstream.getHost()).setPort(upstream.getPort()))
        .compose(
            sending -> {
              Future<ProxyResponse> answer = outgoing.send(sending);
              if (awaitsContinue) {
                request.response().writeContinue();
              }
              return answer;
            })
        .compose(answer -> send(answer, route.kind()))
        .onFailure(_ -> refuse(request, route, body))
        .onComplete(_ -> body.release());
  }

  private Future<Void> send(ProxyResponse answer, Route.Kind kind) {
    MultiMap headers = answer.headers();
    rules.outward(headers);
    switch (kind) {
      case API, STREAM -> security.data(headers);
      case LOGIN -> security.login(headers);
    }
    return answer.send();
  }

  private void refuse(HttpServerRequest request, Route.Upstream route, LimitedBody body) {
    LimitedBody.Breach breach = body.breach().orElse(null);
    if (breach == null) {
      problems.unavailable(request, route.name());
      return;
    }
    switch (breach) {
      case TOO_LARGE -> problems.tooLarge(request, route.limit().bytes());
      case TOO_SLOW -> problems.tooSlow(request);
    }
  }

  /** Netty has already refused lengths that are not numbers or contradict each other. */
  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null ? -1 : Long.parseLong(length);
  }
}
