package fr.liaison.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.client.http.Answer;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
  private static final String CAUGHT_UP = "{\"type\":\"caught-up\",\"resume\":\"r1\"}";
  private final StreamServer server = new StreamServer();
  private final DeviceId device = new DeviceId(UUID.randomUUID());
  private final ConversationId conversation = new ConversationId(UUID.randomUUID());
  private final List<ServerFrame> frames = new CopyOnWriteArrayList<>();
  private final List<StreamState> states = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private volatile CountDownLatch mayTake = new CountDownLatch(0);
  private LiveStream stream;
  private Thread running;

  @BeforeEach
  void start() {
    StreamSettings quick =
        new StreamSettings(
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofSeconds(30),
            Duration.ofSeconds(90));
    stream =
        new LiveStream(
            server.origin(),
            device,
            refused -> new Answer.Done<>("t" + tokens.getAndIncrement() + refused),
            new Recorder(),
            quick);
    running = Thread.ofVirtual().start(stream::run);
  }

  @AfterEach
  void stop() throws InterruptedException {
    mayTake.countDown();
    stream.stop();
    running.join();
    server.close();
  }

  @Test
  void framesComeInOrderAndAcknowledgementsGoBack() throws InterruptedException {
    ServerWebSocket socket = greeted();
    for (int i = 1; i <= 50; i++) {
      send(socket, entry(i));
    }
    send(socket, CAUGHT_UP);
    await().until(() -> states.contains(new StreamState.Online()));

    assertThat(frames).hasSize(51).endsWith(new ServerFrame.CaughtUp("r1"));
    assertThat(frames.subList(0, 50))
        .extracting(frame -> ((ServerFrame.Logged) frame).entry().sequence())
        .isSorted();
    assertThat(stream.acknowledge(conversation, 50)).isTrue();
    await().until(() -> !server.heard("ack").isEmpty());
    assertThat(server.heard("ack").getFirst().getLong("sequence")).isEqualTo(50);
    assertThat(server.heard("hello").getFirst().getString("deviceId")).isEqualTo(device.toString());
  }

  @Test
  void aPingIsAnsweredAndFramesOfANewerServerAreSkipped() throws InterruptedException {
    ServerWebSocket socket = greeted();
    send(socket, "{\"type\":\"hologram\"}");
    send(socket, "{\"type\":\"ping\"}");

    await().until(() -> !server.heard("pong").isEmpty());
    assertThat(frames).isEmpty();
  }

  @Test
  void aDroppedConnectionBeginsAgainFromTheResumePoint() throws InterruptedException {
    ServerWebSocket first = greeted();
    send(first, CAUGHT_UP);
    await().until(() -> states.contains(new StreamState.Online()));
    first.close((short) 1013);

    ServerWebSocket again = greeted();
    send(again, entry(1));

    await().until(() -> frames.size() == 2);
    assertThat(server.heard("hello").getLast().getString("resume")).isEqualTo("r1");
    assertThat(states).hasAtLeastOneElementOfType(StreamState.Offline.class);
  }

  @Test
  void aRefusedTokenIsNotUsedAgain() throws InterruptedException {
    greeted().close((short) 4401);
    greeted();

    await().until(() -> server.heard("hello").size() == 2);
    assertThat(server.heard("hello").getLast().getString("token")).isEqualTo("t1t0");
  }

  @Test
  void aRevokedDeviceComesNoMore() throws InterruptedException {
    greeted().close((short) 4403);

    running.join();

    assertThat(states).last().isEqualTo(new StreamState.Revoked());
  }

  @Test
  void aFrameThatCouldNotBeTakenComesAgain() throws InterruptedException {
    ServerWebSocket socket = greeted();
    send(socket, entry(0));

    send(greeted(), entry(2));

    await().until(() -> frames.size() == 1);
  }

  @Test
  void aSlowProgramStopsTheServerInsteadOfFillingMemory() throws InterruptedException {
    mayTake = new CountDownLatch(1);
    ServerWebSocket socket = greeted();
    String large = entry(1).replace("AAAA", "A".repeat(1 << 20));
    for (int i = 0; i < 64; i++) {
      send(socket, large);
    }

    await().until(socket::writeQueueFull);
    assertThat(frames).isEmpty();
    mayTake.countDown();
    await().atMost(Duration.ofSeconds(60)).until(() -> frames.size() == 64);
  }

  private ServerWebSocket greeted() throws InterruptedException {
    ServerWebSocket socket = server.connections.poll(60, TimeUnit.SECONDS);
    assertThat(socket).isNotNull();
    send(socket, "{\"type\":\"ready\"}");
    return socket;
  }

  private static void send(ServerWebSocket socket, String frame) {
    assertThat(socket.writeTextMessage(frame)).isNotNull();
  }

  private String entry(long sequence) {
    return """
    {"type":"entry","conversationId":"%s","sequence":%d,"kind":"message","epoch":1,
     "senderDeviceId":"%s","acceptedAt":"2026-11-21T22:00:00Z","priority":"routine",
     "payload":"AAAA","sha256":"AAAA"}"""
        .formatted(conversation, sequence, device);
  }

  /** Takes entries when it may; one numbered 0 it never can. */
  private final class Recorder implements StreamConsumer {
    @Override
    public void onFrame(ServerFrame frame) {
      try {
        mayTake.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      if (frame instanceof ServerFrame.Logged logged && logged.entry().sequence() == 0) {
        throw new IllegalStateException("cannot be taken");
      }
      frames.add(frame);
    }

    @Override
    public void onState(StreamState state) {
      states.add(state);
    }

    @Override
    public Optional<String> resume() {
      return frames.stream()
          .filter(ServerFrame.CaughtUp.class::isInstance)
          .map(frame -> ((ServerFrame.CaughtUp) frame).resume())
          .findFirst();
    }
  }
}
