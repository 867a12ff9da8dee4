package fr.liaison.conversation.log;

import fr.liaison.conversation.log.LogCuts.Stretch;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts logs behind what every device that is waited for has, in batches under each conversation's
 * row lock. What is left is gap-free; whoever asks for what is gone is told to enter again.
 */
@Singleton
public class CutLog {
  private static final Log LOG = Log.of(CutLog.class);
  private static final int PAGE = 200;

  private final Database database;
  private final EntryLog log;
  private final LogCuts cuts;
  private final AuditTrail audit;
  private final LogConfig config;
  private final Counter entries;

  CutLog(
      Database database,
      EntryLog log,
      LogCuts cuts,
      AuditTrail audit,
      LogConfig config,
      MeterRegistry metrics) {
    this.database = database;
    this.log = log;
    this.cuts = cuts;
    this.audit = audit;
    this.config = config;
    this.entries =
        Counter.builder("liaison.log.cut").description("entries cut from logs").register(metrics);
  }

  @Scheduled(
      every = "${liaison.log.look:1h}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    try {
      lookOnce();
    } catch (RuntimeException failure) {
      LOG.warn("Logs could not be cut", Map.<LogKey, Object>of(), failure);
    }
  }

  /** Cuts all that may go by now. */
  public void lookOnce() {
    OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(config.keep());
    Optional<ConversationId> after = Optional.empty();
    List<ConversationId> page;
    do {
      Optional<ConversationId> from = after;
      page = database.read(reader -> cuts.aged(reader, from, before, PAGE));
      page.forEach(conversation -> cutAll(conversation, before));
      after = page.isEmpty() ? after : Optional.of(page.getLast());
    } while (!page.isEmpty());
  }

  private void cutAll(ConversationId conversation, OffsetDateTime before) {
    boolean more;
    do {
      more = database.inTransaction(transaction -> cut(transaction, conversation, before));
    } while (more);
  }

  private boolean cut(Transaction transaction, ConversationId conversation, OffsetDateTime before) {
    log.lock(transaction, List.of(conversation));
    Optional<Stretch> found = cuts.next(transaction, conversation, before, config.batch());
    if (found.isEmpty()) {
      return false;
    }
    Stretch stretch = found.get();
    cuts.cut(transaction, conversation, stretch);
    audit.record(
        transaction,
        Act.of("log.cut")
            .in(conversation.value())
            .with("from", stretch.from())
            .with("to", stretch.to()));
    transaction.afterCommit(() -> entries.increment(stretch.to() - stretch.from() + 1.0));
    return true;
  }
}
