package fr.liaison.directory.topup;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Spreads requests evenly: a bucket that holds one token and is refilled so often a second. Says
 * how long to wait, and does not wait itself. Not safe for concurrent use.
 */
final class TokenBucket {
  private final long interval;
  private final LongSupplier nanoTime;
  private long next;

  TokenBucket(int perSecond, LongSupplier nanoTime) {
    // Rounded up: never one more in a second than allowed.
    this.interval = (1_000_000_000L + perSecond - 1) / perSecond;
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  /** Takes the next token; answers how long it takes until it is there. */
  Duration take() {
    long now = nanoTime.getAsLong();
    long at = Math.max(now, next);
    next = at + interval;
    return Duration.ofNanos(at - now);
  }
}
