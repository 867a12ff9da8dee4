package fr.liaison.conversation.removal;

import fr.liaison.conversation.group.DeliveryConfig;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Raises an alert when nobody commits a removal in time: a warning and an act once for each
 * conversation, and a gauge that stays up until the removal is done.
 */
@Singleton
public class OverdueRemovals {
  private static final Log LOG = Log.of(OverdueRemovals.class);

  private final Database database;
  private final Removals removals;
  private final AuditTrail audit;
  private final DeliveryConfig config;
  private final AtomicLong waiting = new AtomicLong();

  OverdueRemovals(
      Database database,
      Removals removals,
      AuditTrail audit,
      DeliveryConfig config,
      MeterRegistry metrics) {
    this.database = database;
    this.removals = removals;
    this.audit = audit;
    this.config = config;
    Gauge.builder("liaison.removals.overdue", waiting, AtomicLong::doubleValue)
        .description("devices still in a group after the deadline; alert above zero")
        .register(metrics);
  }

  @Scheduled(
      every = "${liaison.delivery.removal-look:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    try {
      lookOnce();
    } catch (RuntimeException failure) {
      LOG.warn("Overdue removals could not be looked for", Map.<LogKey, Object>of(), failure);
    }
  }

  /** Marks and tells what is overdue now. */
  public void lookOnce() {
    List<ConversationId> late =
        database.inTransaction(
            transaction -> {
              List<ConversationId> found = removals.overdue(transaction, config.removalDeadline());
              for (ConversationId conversation : found) {
                audit.record(transaction, Act.of("member.remove-overdue").in(conversation.value()));
              }
              waiting.set(removals.waitingLongerThan(transaction, config.removalDeadline()));
              return found;
            });
    for (ConversationId conversation : late) {
      LOG.warn(
          "A device to be removed is still in its group: no member was there to commit",
          Map.of(LogKey.conversationId, conversation));
    }
  }
}
