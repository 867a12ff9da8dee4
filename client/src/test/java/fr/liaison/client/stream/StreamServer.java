package fr.liaison.client.stream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A stream endpoint that a test plays: it sees each connection and every frame of the client. */
final class StreamServer implements AutoCloseable {
  final BlockingQueue<ServerWebSocket> connections = new LinkedBlockingQueue<>();
  final List<JsonObject> heard = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  StreamServer() {
    server =
        vertx
            .createHttpServer()
            .webSocketHandler(
                socket -> {
                  socket.textMessageHandler(text -> heard.add(new JsonObject(text)));
                  connections.add(socket);
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  URI origin() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** What was heard of one type, in order. */
  List<JsonObject> heard(String type) {
    return heard.stream().filter(frame -> type.equals(frame.getString("type"))).toList();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
