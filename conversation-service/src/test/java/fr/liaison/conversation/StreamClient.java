package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A client of the live stream that keeps every frame it was sent. */
final class StreamClient implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Queue<JsonNode> frames = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final boolean reads;
  private volatile boolean acknowledges;
  private CompletableFuture<?> acknowledged = CompletableFuture.completedFuture(null);
  private final WebSocket socket;

  private StreamClient(HttpClient http, URI service, boolean reads) {
    this.reads = reads;
    URI stream = URI.create("ws" + service.toString().substring(4)).resolve("/v1/stream");
    this.socket = http.newWebSocketBuilder().buildAsync(stream, this).join();
  }

  static StreamClient connect(HttpClient http, URI service) {
    return new StreamClient(http, service, true);
  }

  /** Never takes a frame off the wire. */
  static StreamClient connectWithoutReading(HttpClient http, URI service) {
    return new StreamClient(http, service, false);
  }

  StreamClient say(Object frame) {
    try {
      String text = frame instanceof String raw ? raw : JSON.writeValueAsString(frame);
      socket.sendText(text, true).join();
      return this;
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  /** From now on answers each entry with an acknowledgement. */
  StreamClient acknowledging() {
    acknowledges = true;
    return this;
  }

  StreamClient hello(String token, Object deviceId) {
    return say(Map.of("type", "hello", "token", token, "deviceId", deviceId.toString()));
  }

  StreamClient hello(String token, Object deviceId, String resume) {
    return say(
        Map.of("type", "hello", "token", token, "deviceId", deviceId.toString(), "resume", resume));
  }

  void ack(Object conversation, long sequence) {
    say(Map.of("type", "ack", "conversationId", conversation.toString(), "sequence", sequence));
  }

  List<JsonNode> frames(String type) {
    return frames.stream().filter(frame -> frame.path("type").asText().equals(type)).toList();
  }

  /** The sequences of one conversation, in order of arrival. */
  List<Long> sequences(Object conversation) {
    return frames("entry").stream()
        .filter(f -> f.path("conversationId").asText().equals(conversation.toString()))
        .map(f -> f.path("sequence").asLong())
        .toList();
  }

  JsonNode await(String type) {
    return await(type, frame -> true);
  }

  JsonNode await(String type, Predicate<JsonNode> wanted) {
    Awaitility.await("frame " + type)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(frames(type)).anyMatch(wanted));
    return frames(type).stream().filter(wanted).findFirst().orElseThrow();
  }

  int awaitClose() throws Exception {
    return closed.get(60, TimeUnit.SECONDS);
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  /** As when the network goes: no closing handshake. */
  void drop() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reads) {
      opened.request(1);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        JsonNode frame = JSON.readTree(partial.toString());
        frames.add(frame);
        if (acknowledges && frame.path("type").asText().equals("entry")) {
          String ack =
              JSON.writeValueAsString(
                  Map.of(
                      "type", "ack",
                      "conversationId", frame.path("conversationId").asText(),
                      "sequence", frame.path("sequence").asLong()));
          acknowledged = acknowledged.thenCompose(done -> from.sendText(ack, true));
        }
      } catch (IOException unreadable) {
        closed.completeExceptionally(unreadable);
      }
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.completeExceptionally(failure);
  }
}
