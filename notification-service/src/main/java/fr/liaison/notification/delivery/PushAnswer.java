package fr.liaison.notification.delivery;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt. */
sealed interface PushAnswer {
  /** The push service took it. */
  record Taken() implements PushAnswer {}

  /** The subscription no longer exists. */
  record Gone() implements PushAnswer {}

  /** Not now: too many, broken or unreachable. */
  record Later(String reason, Optional<Duration> after) implements PushAnswer {}

  /** Never, in this form; the reason is a status or a fixed code. */
  record Never(String reason) implements PushAnswer {}
}
