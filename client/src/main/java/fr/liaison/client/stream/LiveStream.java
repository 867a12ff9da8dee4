package fr.liaison.client.stream;

import fr.liaison.client.http.AccessTokens;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one live connection: hello with token and resume point, frames in order, reconnection with
 * jittered back-off. {@link #run} blocks until {@link #stop}, revocation or sign-out; everything
 * else may be called from any thread.
 */
public final class LiveStream {
  private static final int QUEUE = 4;

  private final URI address;
  private final DeviceId device;
  private final AccessTokens tokens;
  private final StreamConsumer consumer;
  private final StreamSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable StreamSession session;
  private String refusedToken = "";

  public LiveStream(
      URI origin,
      DeviceId device,
      AccessTokens tokens,
      StreamConsumer consumer,
      StreamSettings settings) {
    this.address =
        URI.create(origin.toString().replaceFirst("^http", "ws") + "/api/conversation/v1/stream");
    this.device = device;
    this.tokens = tokens;
    this.consumer = consumer;
    this.settings = settings;
  }

  public void run() {
    Duration wait = settings.firstWait();
    try {
      while (stopped.getCount() > 0) {
        consumer.onState(new StreamState.Connecting());
        switch (connectOnce()) {
          case Ending.Revoked revoked -> {
            consumer.onState(new StreamState.Revoked());
            return;
          }
          case Ending.SignedOut signedOut -> {
            consumer.onState(new StreamState.SignedOut());
            return;
          }
          case Ending.Dropped dropped -> wait = settings.firstWait();
          case Ending.TokenOver tokenOver -> wait = longer(wait);
          case Ending.Failed failed -> wait = longer(wait);
        }
        rest(wait);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    consumer.onState(new StreamState.Stopped());
  }

  /** Try again now: the network came back. */
  public void wake() {
    wake.release();
  }

  public void stop() {
    stopped.countDown();
    StreamSession current = session;
    if (current != null) {
      current.close();
    }
    wake.release();
  }

  /**
   * Everything up to the sequence is durable here. False without a connection: the receipt must go
   * over HTTP.
   */
  public boolean acknowledge(ConversationId conversation, long sequence) {
    StreamSession current = session;
    return current != null && current.acknowledge(conversation, sequence);
  }

  private Ending connectOnce() throws InterruptedException {
    return switch (tokens.accessToken(refusedToken)) {
      case Answer.Done<String>(String token) -> talk(token);
      case Answer.Refused<String> refused -> new Ending.SignedOut();
      case Answer.Unreachable<String>() -> new Ending.Failed();
    };
  }

  private Ending talk(String token) throws InterruptedException {
    BlockingQueue<Signal> signals = new ArrayBlockingQueue<>(QUEUE);
    try {
      WebSocket socket =
          http.newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(15))
              .buildAsync(address, new SocketListener(signals))
              .join();
      StreamSession current = new StreamSession(socket, signals, tokens, consumer, settings, token);
      session = current;
      if (stopped.getCount() == 0) {
        current.close();
      }
      Ending ending = current.run(device);
      refusedToken = ending instanceof Ending.TokenOver ? token : "";
      return ending;
    } catch (CompletionException unreachable) {
      return new Ending.Failed();
    } finally {
      session = null;
    }
  }

  private Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(settings.longestWait()) < 0 ? twice : settings.longestWait();
  }

  private void rest(Duration wait) throws InterruptedException {
    if (stopped.getCount() == 0) {
      return;
    }
    long most = wait.toMillis();
    long pause = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
    consumer.onState(new StreamState.Offline(Duration.ofMillis(pause)));
    wake.drainPermits();
    if (stopped.getCount() > 0) {
      var _ = wake.tryAcquire(pause, TimeUnit.MILLISECONDS);
    }
  }
}
