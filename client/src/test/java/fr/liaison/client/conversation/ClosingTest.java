package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosingTest extends ThreePrograms {
  @Test
  void aListenerMayCloseTheMessengerThatTellsIt() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    ada.listener =
        notice -> {
          ada.messenger.close();
          closed.countDown();
        };

    ada.messenger.start();

    assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
    ada.messenger.close();
  }
}
