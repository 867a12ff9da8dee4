package fr.liaison.directory.topup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, or a moment. */
final class RetryAfter {
  /** Whatever a server says, it is asked again the next day. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** Null where there is none that makes sense. */
  static @Nullable Duration read(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    if (value.matches("\\d{10,}")) {
      return LONGEST;
    }
    if (value.matches("\\d{1,9}")) {
      return bounded(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      ZonedDateTime at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return bounded(Duration.between(now, at.toInstant()));
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static Duration bounded(Duration wanted) {
    if (wanted.isNegative()) {
      return Duration.ZERO;
    }
    return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
  }
}
