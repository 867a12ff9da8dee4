package fr.liaison.gateway;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** Collects whole WebSocket messages: texts as they are, binary ones as length and last byte. */
final class MessageCollector implements WebSocket.Listener {
  private final LinkedBlockingQueue<String> received;
  private final CompletableFuture<Integer> closed;
  private int length;

  MessageCollector(LinkedBlockingQueue<String> received, CompletableFuture<Integer> closed) {
    this.received = received;
    this.closed = closed;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    received.add(data.toString());
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    length += data.remaining();
    if (last) {
      received.add(length + ":" + data.get(data.limit() - 1));
      length = 0;
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    closed.complete(status);
    return null;
  }
}
