package fr.liaison.audit.checkpoint;

import fr.liaison.audit.AuditConfig;
import fr.liaison.audit.checkpoint.PublishOutcome.NothingNew;
import fr.liaison.audit.checkpoint.PublishOutcome.Published;
import fr.liaison.audit.checkpoint.PublishOutcome.Refused;
import fr.liaison.audit.checkpoint.PublishOutcome.Refused.Reason;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How publishing fares, for metrics and readiness. Written by the publisher's one thread. */
@ApplicationScoped
public class PublicationStatus {

  private static final Log LOG = Log.of(PublicationStatus.class);

  private final Duration patience;
  private final Clock clock = Clock.systemUTC();
  private volatile @Nullable Reason refusal;
  private volatile Instant lastGood;
  private volatile long size;

  PublicationStatus(AuditConfig config) {
    this.patience = config.checkpointPatience();
    this.lastGood = clock.instant();
  }

  void note(PublishOutcome outcome) {
    switch (outcome) {
      case Published(var head) -> good(head.size());
      case NothingNew(var head) -> good(head.size());
      case Refused(var reason) -> refused(reason);
    }
  }

  /** Entries the newest checkpoint covers. */
  long size() {
    return size;
  }

  /** How long ago the newest checkpoint was known to cover everything. */
  Duration sinceCurrent() {
    return Duration.between(lastGood, clock.instant());
  }

  boolean refused() {
    return refusal != null;
  }

  /** What an operator must look at, as a code; empty when all is well. */
  Optional<String> trouble() {
    Reason reason = refusal;
    if (reason != null) {
      return Optional.of(reason.code());
    }
    return sinceCurrent().compareTo(patience) > 0
        ? Optional.of("checkpoint-late")
        : Optional.empty();
  }

  private void good(long covered) {
    size = covered;
    lastGood = clock.instant();
    refusal = null;
  }

  private void refused(Reason reason) {
    // Two publishers meeting at the lock is no alarm; the next attempt tells more.
    if (reason == Reason.LOCK_MOVED) {
      return;
    }
    if (refusal != reason) {
      LOG.warn(
          "No checkpoint is signed: the log might show two histories",
          Map.of(LogKey.reason, reason.code()));
    }
    refusal = reason;
  }
}
