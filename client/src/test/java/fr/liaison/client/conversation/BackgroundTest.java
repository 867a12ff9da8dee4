package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final Background background = new Background();

  @Test
  void closingWaitsForWorkThatHasBegun() {
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean done = new AtomicBoolean();
    background.start(
        "working",
        () -> {
          awaitUninterrupted(goOn);
          done.set(true);
        });
    Thread closing = Thread.ofVirtual().start(background::close);
    Awaitility.await().until(background::isClosed);
    assertThat(closing.isAlive()).isTrue();

    goOn.countDown();

    Awaitility.await().until(() -> !closing.isAlive());
    assertThat(done).isTrue();
  }

  @Test
  void nothingBeginsAfterClosing() {
    background.close();
    AtomicBoolean begun = new AtomicBoolean();

    background.start("late", () -> begun.set(true));
    background.close();

    assertThat(begun).isFalse();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
