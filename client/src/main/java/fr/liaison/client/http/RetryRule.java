package fr.liaison.client.http;

import fr.liaison.contracts.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whether and when a refused call is tried again: overload (429, 503) where repeating is safe, and
 * always a device the service has not heard of yet, since the news of an enrolment travels behind
 * it and such a call was refused before anything happened.
 */
record RetryRule(int attempts, Duration longestWait, RandomGenerator random) {
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  /** The wait before the next attempt; empty when the answer stands. */
  Optional<Duration> after(Problem problem, Call call, int attempt) {
    boolean overload = problem.status() == 429 || problem.status() == 503;
    boolean passes = problem.is(ProblemType.DEVICE_UNKNOWN) || (overload && call.repeatable());
    if (!passes || attempt >= attempts) {
      return Optional.empty();
    }
    Duration asked = problem.retryAfter().orElse(Duration.ZERO);
    if (asked.compareTo(longestWait) > 0) {
      return Optional.empty();
    }
    Duration backOff = jittered(attempt);
    return Optional.of(asked.compareTo(backOff) > 0 ? asked : backOff);
  }

  /** The wait after no answer came; empty when the call must not be repeated. */
  Optional<Duration> afterSilence(Call call, int attempt) {
    return call.repeatable() && attempt < attempts
        ? Optional.of(jittered(attempt))
        : Optional.empty();
  }

  /** Exponential with jitter, so that clients do not come back together. */
  private Duration jittered(int attempt) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 20));
    Duration most = wait.compareTo(longestWait) < 0 ? wait : longestWait;
    return Duration.ofMillis((long) (most.toMillis() * (0.5 + random.nextDouble() / 2)));
  }
}
