package fr.liaison.gateway.forward;

import fr.liaison.gateway.answer.Problems;
import fr.liaison.gateway.answer.SecurityHeaders;
import fr.liaison.gateway.route.Route;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;

/**
 * Carries a WebSocket: the handshake with cleaned headers, then bytes both ways at the pace of the
 * slower side. When one side closes, so does the other. An upstream that declines has its answer
 * passed on as it comes; when its client has no connection left, the socket is a 503.
 */
public final class Tunnel {
  private static final int SWITCHING_PROTOCOLS = 101;

  private final HttpClient client;
  private final HeaderRules rules;
  private final SecurityHeaders security;
  private final Problems problems;

  public Tunnel(HttpClient client, HeaderRules rules, SecurityHeaders security, Problems problems) {
    this.client = client;
    this.rules = rules;
    this.security = security;
    this.problems = problems;
  }

  /** Whether a request asks for a WebSocket, and not for any other protocol. */
  public static boolean isAskedFor(HttpServerRequest request) {
    return HttpMethod.GET.equals(request.method())
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
        && request.headers().contains("Connection", "upgrade", true)
        && !request.headers().contains("Content-Length")
        && !request.headers().contains("Transfer-Encoding");
  }

  public void handle(HttpServerRequest request, Route.Upstream route, URI upstream) {
    request.pause();
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
    rules.inward(headers, request.remoteAddress().hostAddress());
    headers.remove("Host");
    headers.set("Connection", "Upgrade");
    headers.set("Upgrade", "websocket");
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(upstream.getHost())
                .setPort(upstream.getPort())
                .setURI(route.target())
                .setHeaders(headers))
        .compose(
            sending -> {
              request.response().exceptionHandler(_ -> sending.reset());
              return sending.connect();
            })
        .onSuccess(
            answer -> {
              if (answer.statusCode() == SWITCHING_PROTOCOLS) {
                join(request, answer);
              } else {
                decline(request, route, answer);
              }
            })
        .onFailure(_ -> problems.unavailable(request, route.name()));
  }

  private static void join(HttpServerRequest request, HttpClientResponse answer) {
    NetSocket inside = answer.netSocket();
    inside.pause();
    request.response().setStatusCode(SWITCHING_PROTOCOLS);
    request.response().headers().setAll(answer.headers());
    request
        .toNetSocket()
        .onSuccess(
            outside -> {
              outside.exceptionHandler(_ -> inside.close());
              inside.exceptionHandler(_ -> outside.close());
              outside.closeHandler(_ -> inside.close());
              inside.closeHandler(_ -> outside.close());
              outside.pipeTo(inside);
              inside.pipeTo(outside);
            })
        .onFailure(_ -> inside.close());
  }

  private void decline(HttpServerRequest request, Route.Upstream route, HttpClientResponse answer) {
    HttpServerResponse response = request.response();
    MultiMap headers = response.headers();
    headers.setAll(answer.headers());
    rules.outward(headers);
    headers.remove("Transfer-Encoding");
    security.data(headers);
    response.setStatusCode(answer.statusCode());
    response.setChunked(!headers.contains("Content-Length"));
    request.resume();
    answer
        .pipe()
        .endOnFailure(false)
        .to(response)
        .onFailure(_ -> problems.unavailable(request, route.name()));
  }
}
