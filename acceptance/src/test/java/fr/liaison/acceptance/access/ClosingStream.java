package fr.liaison.acceptance.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A stream of news that notes how the server ends it. */
final class ClosingStream implements WebSocket.Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Kept, because a client that nobody holds any more may close what it opened. */
  private final HttpClient http = HttpClient.newHttpClient();

  private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  private ClosingStream() {}

  /** Returns once the server has greeted the device. */
  static ClosingStream open(String origin, String token, String deviceId) throws Exception {
    ClosingStream stream = new ClosingStream();
    URI address = URI.create(origin.replaceFirst("^http", "ws") + "/api/conversation/v1/stream");
    WebSocket socket =
        stream
            .http
            .newWebSocketBuilder()
            .buildAsync(address, stream)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    Map<String, String> hello = Map.of("type", "hello", "token", token, "deviceId", deviceId);
    socket
        .sendText(new ObjectMapper().writeValueAsString(hello), true)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    stream.greeted.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return stream;
  }

  /** The code the server closed it with; 0 while it is open. */
  int closedWith() {
    return closed.getNow(0);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    greeted.complete(true);
    socket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedStage(null);
  }
}
