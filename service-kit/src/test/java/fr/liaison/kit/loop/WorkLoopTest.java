package fr.liaison.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.kit.loop.WorkLoop.Rests;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkLoopTest {
  private static final Rests LONG = Rests.of(Duration.ofHours(1));

  private final AtomicInteger rounds = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private WorkLoop loop = loop(LONG, () -> false);

  private WorkLoop loop(Rests rests, WorkLoop.Round round) {
    return new WorkLoop(
        "test",
        rests,
        () -> {
          rounds.incrementAndGet();
          return round.work();
        },
        failure -> failures.incrementAndGet());
  }

  private void startAndAwait(WorkLoop started, int expected) {
    loop = started;
    loop.start();
    await().until(() -> rounds.get() >= expected);
  }

  @AfterEach
  void stop() throws InterruptedException {
    loop.stop();
  }

  @Test
  void roundsFollowEachOtherWhileThereIsWork() {
    startAndAwait(loop(LONG, () -> rounds.get() < 5), 5);

    assertThat(rounds).hasValue(5);
  }

  @Test
  void somebodyWhoWakesItEndsTheRest() {
    startAndAwait(loop(LONG, () -> false), 1);

    loop.wake();
    loop.wake();

    await().until(() -> rounds.get() >= 2);
  }

  @Test
  void itLooksByItselfWhenTheRestIsOver() {
    loop = loop(Rests.of(Duration.ofMillis(1)), () -> false);
    loop.start();

    await().until(() -> rounds.get() > 3);
  }

  @Test
  void aFailureIsToldAndNobodyCutsTheRestAfterItShort() throws InterruptedException {
    startAndAwait(
        loop(
            LONG,
            () -> {
              throw new IllegalStateException();
            }),
        1);
    await().until(() -> failures.get() == 1);

    loop.wake();

    await().during(Duration.ofMillis(200)).until(() -> rounds.get() == 1);
    loop.stop();
    assertThat(failures).hasValue(1);
  }

  @Test
  void stoppingWaitsForTheRoundUnderWay() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    startAndAwait(
        loop(
            LONG,
            () -> {
              await().pollDelay(Duration.ofMillis(100)).until(() -> true);
              done.incrementAndGet();
              return true;
            }),
        1);

    loop.stop();

    assertThat(done.get()).isEqualTo(rounds.get());
  }
}
