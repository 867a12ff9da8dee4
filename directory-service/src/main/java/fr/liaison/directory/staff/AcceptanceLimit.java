package fr.liaison.directory.staff;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How much this instance does for callers it does not know: so many acceptances at a time, so many
 * unknown tokens a minute. The gateway bounds what one address may ask.
 */
@ApplicationScoped
class AcceptanceLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration BUSY = Duration.ofSeconds(2);

  private final StaffConfig config;
  private final AuditTrail audit;
  private final Semaphore places;
  private final Clock clock = Clock.systemUTC();
  private Instant windowEnd = Instant.MIN;
  private int unknown;

  AcceptanceLimit(StaffConfig config, AuditTrail audit) {
    this.config = config;
    this.audit = audit;
    this.places = new Semaphore(config.mostAtOnce());
  }

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

  /**
   * What a token that nobody was given is answered: that there is none, so many times a minute,
   * each on record. Beyond that nothing is written, and whoever has a token is never held up.
   */
  Problem unknown(String act) {
    Optional<Duration> wait = countUnknown();
    if (wait.isPresent()) {
      return Problem.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(wait.get());
    }
    audit.recordAlone(Act.of(act).refused());
    return Problem.of(ProblemType.NOT_FOUND);
  }

  private synchronized Optional<Duration> countUnknown() {
    Instant now = clock.instant();
    if (now.isAfter(windowEnd)) {
      windowEnd = now.plus(WINDOW);
      unknown = 0;
    }
    if (unknown >= config.mostUnknown()) {
      return Optional.of(Duration.between(now, windowEnd).plusSeconds(1));
    }
    unknown++;
    return Optional.empty();
  }
}
