package fr.liaison.conversation.stream;

import fr.liaison.kit.log.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One clock thread that only starts virtual threads, and the virtual threads streams run on. */
@SuppressWarnings("FutureReturnValueIgnored") // run() reports what a future would swallow.
@Singleton
class Timer {
  private static final Log LOG = Log.of(Timer.class);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("stream-clock").factory());
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  ExecutorService workers() {
    return workers;
  }

  void after(Duration delay, Runnable action) {
    clock.schedule(() -> run(action), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  void every(Duration period, Runnable action) {
    clock.scheduleWithFixedDelay(
        () -> workers.execute(() -> run(action)),
        period.toMillis(),
        period.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException failure) {
      LOG.warn("A timed action failed; it comes again", Map.of(), failure);
    }
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
    workers.shutdown();
  }
}
