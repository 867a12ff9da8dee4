package fr.liaison.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackOffTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private final BackOff backOff = new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(15));
  private final Random random = new Random(1);

  @Test
  void pausesDoubleWithJitterUpToTheLongest() {
    for (int attempts = 1; attempts < 40; attempts++) {
      long ceiling = (long) Math.min(900_000, 2_000 * Math.pow(2, attempts - 1));
      assertThat(backOff.pause(attempts, Optional.empty(), random).toMillis())
          .isBetween(ceiling / 2, ceiling);
    }
  }

  @Test
  void whatThePushServiceAsksForIsTheLeast() {
    Duration asked = Duration.ofSeconds(120);

    assertThat(backOff.pause(1, Optional.of(asked), random)).isEqualTo(asked);
    assertThat(backOff.pause(1, Optional.of(Duration.ofDays(3)), random))
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void retryAfterIsReadInSecondsAndAsADate() {
    assertThat(BackOff.retryAfter("120", NOW)).contains(Duration.ofSeconds(120));
    assertThat(BackOff.retryAfter("Sat, 21 Nov 2026 12:01:00 GMT", NOW))
        .contains(Duration.ofMinutes(1));
    assertThat(BackOff.retryAfter(null, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1e9", "99999999999", "Sat, 21 Nov 2026 11:00:00 GMT"})
  void anUnreadableOrPastRetryAfterCountsAsNone(String header) {
    assertThat(BackOff.retryAfter(header, NOW)).isEmpty();
  }
}
