package fr.liaison.client.http;

import java.time.Duration;

/** How the SDK waits, so that tests need not. */
@FunctionalInterface
public interface Pause {
  void rest(Duration time) throws InterruptedException;

  /** Really waits. */
  static Pause real() {
    return Thread::sleep;
  }
}
