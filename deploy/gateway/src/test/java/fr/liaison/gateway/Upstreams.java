package fr.liaison.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stand-ins for the five services and Keycloak: each answers with what it received, so that a test
 * sees what crossed the gateway. Some paths misbehave on purpose.
 */
final class Upstreams implements AutoCloseable {
  static final List<String> SERVICES =
      List.of("directory", "conversation", "attachment", "notification", "audit");

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, HttpServer> servers = new HashMap<>();
  private final Map<String, AtomicLong> whole = new ConcurrentHashMap<>();

  Upstreams() {
    SERVICES.forEach(this::serve);
    serve("keycloak");
  }

  URI url(String name) {
    return URI.create("http://127.0.0.1:" + servers.get(name).actualPort());
  }

  /** How many requests with a body reached the end of that body at this upstream. */
  long wholeBodies(String name) {
    return whole.get(name).get();
  }

  void stop(String name) {
    servers.get(name).close().toCompletionStage().toCompletableFuture().join();
  }

  private void serve(String name) {
    whole.put(name, new AtomicLong());
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .webSocketHandler(
                socket -> {
                  socket.textMessageHandler(text -> socket.writeTextMessage(name + ":" + text));
                  socket.binaryMessageHandler(socket::writeBinaryMessage);
                  socket.writeTextMessage(socket.uri());
                })
            .requestHandler(request -> answer(name, request));
    servers.put(name, server.listen().toCompletionStage().toCompletableFuture().join());
  }

  private void answer(String name, HttpServerRequest request) {
    switch (request.path()) {
      case "/v1/half" -> half(request);
      case "/v1/dead" -> request.connection().close();
      case "/v1/big" -> big(request);
      case "/v1/refused" -> request.response().setStatusCode(409).end("{\"code\":\"conflict\"}");
      default -> echo(name, request);
    }
  }

  /** Promises more than it sends. */
  private static void half(HttpServerRequest request) {
    request.response().putHeader("Content-Length", "1000000");
    request
        .response()
        .write(Buffer.buffer(new byte[64 * 1024]))
        .onComplete(_ -> request.connection().close());
  }

  private static void big(HttpServerRequest request) {
    request.response().setChunked(true);
    next(request, Buffer.buffer(new byte[64 * 1024]), 800);
  }

  private static void next(HttpServerRequest request, Buffer block, int left) {
    if (left == 0) {
      request.response().end();
      return;
    }
    request.response().write(block).onSuccess(_ -> next(request, block, left - 1));
  }

  private void echo(String name, HttpServerRequest request) {
    long[] received = {0};
    request.handler(buffer -> received[0] += buffer.length());
    request.endHandler(
        _ -> {
          if (received[0] > 0) {
            whole.get(name).incrementAndGet();
          }
          JsonObject headers = new JsonObject();
          request.headers().forEach(h -> headers.put(h.getKey().toLowerCase(), h.getValue()));
          request
              .response()
              .putHeader("Content-Type", "application/json")
              .putHeader("Server", "inside/1.0")
              .putHeader("X-Powered-By", "inside")
              .putHeader("Liaison-Internal-Trace", "inside")
              .putHeader("ETag", "\"kept\"")
              .putHeader(
                  "Content-Security-Policy", name.equals("keycloak") ? "script-src 'self'" : "none")
              .end(
                  new JsonObject()
                      .put("service", name)
                      .put("method", request.method().name())
                      .put("uri", request.uri())
                      .put("received", received[0])
                      .put("headers", headers)
                      .encode());
        });
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
