package fr.liaison.acceptance.mls.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.mls.TsPeer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * Random groups of both libraries. {@code -Dliaison.mixed.steps=2000} is the long run; {@code
 * -Dliaison.mixed.seed} repeats what a failure reported, from its first group on.
 */
class MixedGroupsTest {
  private static final int STEPS_A_GROUP = 25;

  private final int steps = Integer.getInteger("liaison.mixed.steps", 200);
  private final long seed =
      Long.getLong("liaison.mixed.seed", ThreadLocalRandom.current().nextInt(1 << 30));

  @Test
  void membersOfBothLibrariesAgreeAfterEveryRandomStep() {
    long started = System.nanoTime();
    int done = 0;
    long deliveries = 0;
    try (TsPeer peer = TsPeer.start()) {
      for (long number = seed; done < steps; number++) {
        RandomGroup group = new RandomGroup(peer, number);
        for (int i = 0; i < STEPS_A_GROUP && done < steps; i++) {
          done++;
          takeStep(group, number, i);
        }
        deliveries += group.deliveries();
      }
    }
    System.out.printf(
        "mixed groups: seed %d, %d steps, %d deliveries, %d s%n",
        seed, done, deliveries, Duration.ofNanos(System.nanoTime() - started).toSeconds());
    assertThat(done).isEqualTo(steps);
  }

  private static void takeStep(RandomGroup group, long number, int step) {
    try {
      group.step();
    } catch (AssertionError | RuntimeException wrong) {
      throw new AssertionError(
          "step %d (%s); again with -Dliaison.mixed.seed=%d".formatted(step, group.last(), number),
          wrong);
    }
  }
}
