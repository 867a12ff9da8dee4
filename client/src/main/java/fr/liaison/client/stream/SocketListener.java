package fr.liaison.client.stream;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Puts whole texts into the session's queue. Asks for more only inside a text that is not complete;
 * between texts the session asks, so that at most one waits.
 */
final class SocketListener implements WebSocket.Listener {
  private static final int BROKEN = 1006;
  private static final int LARGEST = 8 << 20;

  private final BlockingQueue<Signal> signals;
  private final StringBuilder text = new StringBuilder();

  SocketListener(BlockingQueue<Signal> signals) {
    this.signals = signals;
  }

  @Override
  public void onOpen(WebSocket socket) {
    socket.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    if (text.length() + part.length() > LARGEST) {
      socket.abort();
      signal(new Signal.Closed(BROKEN));
      return null;
    }
    text.append(part);
    if (last) {
      signal(new Signal.Text(text.toString()));
      text.setLength(0);
    } else {
      socket.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    signal(new Signal.Closed(code));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    signal(new Signal.Closed(BROKEN));
  }

  /** The queue has room for one text and the end, which is all there can be. */
  private void signal(Signal signal) {
    var _ = signals.offer(signal);
  }
}
