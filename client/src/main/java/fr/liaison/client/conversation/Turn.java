package fr.liaison.client.conversation;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One writer at a time. What the program is to hear is told at the end of the outermost turn, still
 * under the lock, so order holds across threads and a slow listener slows everything.
 */
final class Turn {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Notices notices;

  Turn(Notices notices) {
    this.notices = notices;
  }

  <T> T take(Supplier<T> work) {
    lock.lock();
    try {
      T result = work.get();
      if (lock.getHoldCount() == 1) {
        notices.tell();
      }
      return result;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is this thread's. */
  boolean isTaken() {
    return lock.isHeldByCurrentThread();
  }

  void run(Runnable work) {
    var _ =
        take(
            () -> {
              work.run();
              return true;
            });
  }
}
