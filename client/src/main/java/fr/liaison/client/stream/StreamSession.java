package fr.liaison.client.stream;

import fr.liaison.client.http.AccessTokens;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection from hello to close, driven by the thread that runs the stream. */
final class StreamSession {
  private static final int GIVEN_UP = 4000;

  private final WebSocket socket;
  private final BlockingQueue<Signal> signals;
  private final AccessTokens tokens;
  private final StreamConsumer consumer;
  private final StreamSettings settings;
  private String lastToken;
  private boolean accepted;
  private Instant lastHeard = Instant.now();
  private Instant lastLook = Instant.now();

  StreamSession(
      WebSocket socket,
      BlockingQueue<Signal> signals,
      AccessTokens tokens,
      StreamConsumer consumer,
      StreamSettings settings,
      String token) {
    this.socket = socket;
    this.signals = signals;
    this.tokens = tokens;
    this.consumer = consumer;
    this.settings = settings;
    this.lastToken = token;
  }

  Ending run(DeviceId device) throws InterruptedException {
    try {
      send(ClientFrame.hello(lastToken, device, consumer.resume()));
      while (true) {
        @Nullable Signal signal =
            signals.poll(settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
        switch (signal) {
          case Signal.Text(String text) -> {
            lastHeard = Instant.now();
            take(text);
            socket.request(1);
          }
          case Signal.Closed(int code) -> {
            return Ending.of(code, accepted);
          }
          case null -> {}
        }
        if (isSilent()) {
          return Ending.of(GIVEN_UP, accepted);
        }
        renewToken();
      }
    } catch (CompletionException lost) {
      return Ending.of(GIVEN_UP, accepted);
    } finally {
      socket.abort();
    }
  }

  /** False when the frame could not be handed to the connection. */
  boolean acknowledge(ConversationId conversation, long sequence) {
    try {
      send(ClientFrame.ack(conversation, sequence));
      return true;
    } catch (CompletionException lost) {
      return false;
    }
  }

  /** Says goodbye; {@link #run} then ends. */
  void close() {
    socket.abort();
    var _ = signals.offer(new Signal.Closed(1000));
  }

  private void take(String text) {
    switch (FrameReader.read(text)) {
      case FrameReader.Incoming.Ready ready -> {
        accepted = true;
        consumer.onState(new StreamState.Syncing());
      }
      case FrameReader.Incoming.Ping ping -> send(ClientFrame.pong());
      case FrameReader.Incoming.ForProgram(ServerFrame frame) -> {
        give(frame);
        if (frame instanceof ServerFrame.CaughtUp) {
          consumer.onState(new StreamState.Online());
        }
      }
      case FrameReader.Incoming.Unknown unknown -> {}
      case FrameReader.Incoming.Malformed malformed ->
          throw new CompletionException(new IllegalStateException("not a frame"));
    }
  }

  private void give(ServerFrame frame) {
    try {
      consumer.onFrame(frame);
    } catch (RuntimeException notTaken) {
      throw new CompletionException(notTaken);
    }
  }

  private boolean isSilent() {
    return Duration.between(lastHeard, Instant.now()).compareTo(settings.silence()) > 0;
  }

  /** Sends a fresh token before the last one ends. */
  private void renewToken() {
    if (Duration.between(lastLook, Instant.now()).compareTo(settings.lookEvery()) < 0) {
      return;
    }
    lastLook = Instant.now();
    if (tokens.accessToken("") instanceof Answer.Done<String>(String token)
        && !token.equals(lastToken)) {
      lastToken = token;
      send(ClientFrame.token(token));
    }
  }

  /** One frame at a time, from whichever thread. */
  private void send(String frame) {
    synchronized (socket) {
      var _ = socket.sendText(frame, true).orTimeout(15, TimeUnit.SECONDS).join();
    }
  }
}
