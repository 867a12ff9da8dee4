package fr.liaison.notification.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a failed push is tried again: exponential with jitter over its upper half, never sooner than
 * the push service asked, never later than the longest pause.
 */
record BackOff(Duration first, Duration longest) {
  private static final int DOUBLINGS = 20;

  /** The pause after the given number of failed attempts (at least one). */
  Duration pause(int attempts, Optional<Duration> asked, RandomGenerator random) {
    long ceiling =
        Math.min(longest.toMillis(), first.toMillis() << Math.min(attempts - 1, DOUBLINGS));
    long jittered = ceiling / 2 + random.nextLong(ceiling / 2 + 1);
    long floor = asked.map(Duration::toMillis).orElse(0L);
    return Duration.ofMillis(Math.min(longest.toMillis(), Math.max(jittered, floor)));
  }

  /** Reads Retry-After, in seconds or as an HTTP date; empty when absent or unreadable. */
  static Optional<Duration> retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, until)).filter(wait -> !wait.isNegative());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
