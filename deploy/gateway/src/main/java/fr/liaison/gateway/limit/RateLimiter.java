package fr.liaison.gateway.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * One token bucket per client. Memory is bounded: past {@value #CLIENTS} clients, those with a full
 * bucket are forgotten, which changes nothing for them. Any thread.
 */
public final class RateLimiter {
  private static final int CLIENTS = 50_000;
  private static final long SECOND = 1_000_000_000L;

  private final Rate rate;
  private final LongSupplier nanoTime;
  private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  public RateLimiter(Rate rate, LongSupplier nanoTime) {
    this.rate = rate;
    this.nanoTime = nanoTime;
  }

  public Rate rate() {
    return rate;
  }

  /** Takes one request of this client: 0 if it may pass, else the whole seconds to wait. */
  public long take(String client) {
    long now = nanoTime.getAsLong();
    if (buckets.size() > CLIENTS) {
      buckets.values().removeIf(bucket -> bucket.isFull(rate, now));
    }
    return buckets.computeIfAbsent(client, _ -> new Bucket(rate.burst(), now)).take(rate, now);
  }

  private static final class Bucket {
    private double tokens;
    private long filledAt;

    Bucket(double tokens, long filledAt) {
      this.tokens = tokens;
      this.filledAt = filledAt;
    }

    synchronized long take(Rate rate, long now) {
      refill(rate, now);
      if (tokens >= 1) {
        tokens--;
        return 0;
      }
      return Math.max(1, (long) Math.ceil((1 - tokens) / rate.perSecond()));
    }

    synchronized boolean isFull(Rate rate, long now) {
      refill(rate, now);
      return tokens >= rate.burst();
    }

    private void refill(Rate rate, long now) {
      double earned = (now - filledAt) * (double) rate.perSecond() / SECOND;
      tokens = Math.min(rate.burst(), tokens + earned);
      filledAt = now;
    }
  }
}
