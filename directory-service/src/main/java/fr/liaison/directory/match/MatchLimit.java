package fr.liaison.directory.match;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How much this instance matches: so many requests at a time, so many rows an account in a window.
 * Enough for anybody's address book, too little for reading the register through it.
 */
@ApplicationScoped
class MatchLimit {
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final int MOST_ACCOUNTS = 50_000;

  private final MatchConfig config;
  private final Semaphore places;
  private final Clock clock = Clock.systemUTC();
  private final Map<String, Spent> spent = new LinkedHashMap<>();

  MatchLimit(MatchConfig config) {
    this.config = config;
    this.places = new Semaphore(config.mostAtOnce());
  }

  private record Spent(Instant until, int rows) {}

  <T> T within(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw Problem.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(BUSY);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  /** Counts rows against the account, or refuses them all. */
  synchronized void count(String accountId, int rows) {
    Instant now = clock.instant();
    Spent before = spent.get(accountId);
    if (before == null || now.isAfter(before.until())) {
      // Put anew at the end, so that the first are those whose window ends first.
      spent.remove(accountId);
      before = new Spent(now.plus(config.window()), 0);
    }
    int sum = before.rows() + Math.max(rows, config.leastRowsCounted());
    if (sum > config.mostRowsInWindow()) {
      throw Problem.of(ProblemType.TOO_MANY_REQUESTS)
          .retryAfter(Duration.between(now, before.until()).plusSeconds(1));
    }
    spent.put(accountId, new Spent(before.until(), sum));
    forget(now);
  }

  private void forget(Instant now) {
    Iterator<Spent> oldest = spent.values().iterator();
    while (oldest.hasNext()) {
      Spent first = oldest.next();
      if (spent.size() <= MOST_ACCOUNTS && !now.isAfter(first.until())) {
        return;
      }
      oldest.remove();
    }
  }
}
