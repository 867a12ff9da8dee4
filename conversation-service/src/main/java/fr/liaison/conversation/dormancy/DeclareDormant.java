package fr.liaison.conversation.dormancy;

import fr.liaison.contracts.event.MembersDormant;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.wake.Wake;
import fr.liaison.conversation.wake.Wakes;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Declares devices dormant that were not seen for too long, one conversation at a time under its
 * row lock. Any number of instances may look: each membership is declared once.
 */
@Singleton
public class DeclareDormant {
  private static final Log LOG = Log.of(DeclareDormant.class);

  private final Database database;
  private final EntryLog log;
  private final Dormancies dormancies;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Wakes wakes;
  private final DormancyConfig config;
  private final Counter declared;

  DeclareDormant(
      Database database,
      EntryLog log,
      Dormancies dormancies,
      Outbox outbox,
      AuditTrail audit,
      Wakes wakes,
      DormancyConfig config,
      MeterRegistry metrics) {
    this.database = database;
    this.log = log;
    this.dormancies = dormancies;
    this.outbox = outbox;
    this.audit = audit;
    this.wakes = wakes;
    this.config = config;
    this.declared =
        Counter.builder("liaison.dormancy.declared")
            .description("memberships declared dormant")
            .register(metrics);
  }

  @Scheduled(
      every = "${liaison.dormancy.look:1h}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    try {
      lookOnce();
    } catch (RuntimeException failure) {
      LOG.warn("Dormant devices could not be looked for", Map.<LogKey, Object>of(), failure);
    }
  }

  /** Declares all who are away by now; answers how many memberships became dormant. */
  public int lookOnce() {
    OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(config.after());
    int found = 0;
    int round;
    do {
      round = 0;
      for (ConversationId conversation :
          database.read(reader -> dormancies.concerned(reader, before, config.batch()))) {
        round += database.inTransaction(tx -> declare(tx, conversation, before));
      }
      found += round;
    } while (round > 0);
    return found;
  }

  private int declare(Transaction transaction, ConversationId conversation, OffsetDateTime before) {
    log.lock(transaction, List.of(conversation));
    Set<DeviceId> away = dormancies.declare(transaction, conversation, before);
    if (away.isEmpty()) {
      return 0;
    }
    for (DeviceId device : away) {
      audit.record(
          transaction, Act.of("member.dormant").in(conversation.value()).on("device", device));
    }
    outbox.append(
        transaction,
        new MembersDormant(conversation.value(), away.stream().map(DeviceId::value).toList()));
    transaction.afterCommit(
        () -> {
          declared.increment(away.size());
          wakes.wake(new Wake.MembersDormant(conversation, away));
        });
    return away.size();
  }
}
