package fr.liaison.notification.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A push service that answers as told, 201 when told nothing, and keeps what it was asked. */
final class ScriptedPushService implements AutoCloseable {
  private final HttpServer server;
  private final BlockingQueue<Answer> script = new LinkedBlockingQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private ScriptedPushService(HttpServer server) {
    this.server = server;
  }

  /** One scripted answer; it may do something first. */
  record Answer(int status, Map<String, String> headers, Runnable first) {
    static Answer status(int status) {
      return new Answer(status, Map.of(), () -> {});
    }

    static Answer retryAfter(int status, String delay) {
      return new Answer(status, Map.of("Retry-After", delay), () -> {});
    }

    static Answer location(int status, String where) {
      return new Answer(status, Map.of("Location", where), () -> {});
    }

    Answer after(Runnable first) {
      return new Answer(status, headers, first);
    }
  }

  /** What arrived. */
  record Request(
      Instant at, String path, String urgency, String topic, String ttl, String type, int length) {}

  static ScriptedPushService start() throws IOException {
    return start(0);
  }

  static ScriptedPushService start(int port) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    ScriptedPushService service = new ScriptedPushService(http);
    http.createContext("/", service::handle);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.start();
    return service;
  }

  void answer(Answer... answers) {
    script.addAll(List.of(answers));
  }

  int port() {
    return server.getAddress().getPort();
  }

  String endpoint(String path) {
    return "http://127.0.0.1:" + port() + "/" + path;
  }

  List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals("/" + path)).toList();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    int length = exchange.getRequestBody().readAllBytes().length;
    requests.add(
        new Request(
            Instant.now(),
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Urgency"),
            exchange.getRequestHeaders().getFirst("Topic"),
            exchange.getRequestHeaders().getFirst("TTL"),
            exchange.getRequestHeaders().getFirst("Content-Encoding"),
            length));
    Answer answer = script.poll();
    if (answer == null) {
      answer = Answer.status(201);
    }
    answer.first().run();
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    exchange.sendResponseHeaders(answer.status(), -1);
    exchange.close();
  }
}
