package fr.liaison.client.conversation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While the connection stands: tries again what a service refused for the moment, looks behind at
 * the keys of those whom others let in, and now and then at everything, so that months without a
 * reconnection change nothing.
 */
final class Caretaker {
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final int ROUNDS_PER_SYNC = 60;

  private final Engine engine;
  private final Turn turn;
  private final LookBehind lookBehind;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Caretaker(Engine engine, Turn turn, LookBehind lookBehind) {
    this.engine = engine;
    this.turn = turn;
    this.lookBehind = lookBehind;
  }

  void run() {
    try {
      for (int round = 1; !stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS); round++) {
        boolean whole = round % ROUNDS_PER_SYNC == 0;
        turn.run(() -> look(whole));
        if (stopped.getCount() > 0) {
          lookBehind.look();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(boolean whole) {
    if (stopped.getCount() > 0) {
      var _ = whole ? engine.sync() : engine.retry();
    }
  }

  void stop() {
    stopped.countDown();
  }
}
