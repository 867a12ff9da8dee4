package fr.liaison.kit.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work in rounds on one thread: one after the other while there is something to do, then a rest
 * until somebody wakes it or the time is up. A failed round is told and followed by a whole rest,
 * which no wake-up cuts short: the database may be down. Safe to wake from any thread, at any time.
 */
public final class WorkLoop {
  private static final long PATIENCE_MILLIS = 5_000;

  private final String name;
  private final Rests rests;
  private final Round round;
  private final Consumer<RuntimeException> onFailure;
  private final Semaphore news = new Semaphore(0);
  private final Semaphore ended = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  public WorkLoop(String name, Rests rests, Round round, Consumer<RuntimeException> onFailure) {
    this.name = name;
    this.rests = rests;
    this.round = round;
    this.onFailure = onFailure;
  }

  /** One piece of work; answers whether there may be more to do at once. */
  @FunctionalInterface
  public interface Round {
    boolean work() throws InterruptedException;
  }

  /** How long to rest when there is nothing to do, and after a failure. */
  public record Rests(Duration idle, Duration afterFailure) {
    public static Rests of(Duration both) {
      return new Rests(both, both);
    }
  }

  public void start() {
    running = true;
    thread = Thread.ofVirtual().name(name).start(this::run);
  }

  /** Says that there is work; wake-ups that come together count once. */
  public void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** No round begins after the one under way. */
  public void end() {
    running = false;
    ended.release();
    wake();
  }

  /** The same, and waits a few seconds for that one; does nothing when it was never started. */
  public void stop() throws InterruptedException {
    end();
    Thread started = thread;
    if (started != null) {
      started.join(PATIENCE_MILLIS);
    }
  }

  private void run() {
    try {
      while (running) {
        roundAndRest();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void roundAndRest() throws InterruptedException {
    try {
      if (!round.work() && news.tryAcquire(rests.idle().toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (RuntimeException failure) {
      onFailure.accept(failure);
      var _ = ended.tryAcquire(rests.afterFailure().toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
