package fr.liaison.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process after a commit; wake-ups that come together count once. */
@ApplicationScoped
public class OutboxSignal {
  private final Semaphore news = new Semaphore(0);

  void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** Waits for a wake-up, at most so long. */
  void await(Duration longest) throws InterruptedException {
    if (news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }
}
