package fr.liaison.conversation.removal;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.loop.WorkLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Turns removals that were asked for into proposals, one conversation after the other, on one
 * thread of each instance. A conversation that fails is tried again later, raises an alert when it
 * keeps failing, and holds up no other.
 */
@Singleton
public class WorkOffRemovals {
  private static final Log LOG = Log.of(WorkOffRemovals.class);

  private final Database database;
  private final RemovalQueue queue;
  private final ProposeQueued proposeQueued;
  private final WorkLoop loop;
  private final AtomicLong stuck = new AtomicLong();

  WorkOffRemovals(
      Database database,
      RemovalQueue queue,
      ProposeQueued proposeQueued,
      RemovalConfig config,
      MeterRegistry metrics) {
    this.database = database;
    this.queue = queue;
    this.proposeQueued = proposeQueued;
    this.loop =
        new WorkLoop(
            "removals",
            WorkLoop.Rests.of(config.poll()),
            this::roundAndCount,
            failure ->
                LOG.warn("Removals wait: a round failed and is tried again", Map.of(), failure));
    Gauge.builder("liaison.removals.stuck", stuck, AtomicLong::doubleValue)
        .description("removals that keep failing to be proposed; alert above zero")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }

  /** Says that there is work; the database stays the truth. */
  void wake() {
    loop.wake();
  }

  private boolean roundAndCount() {
    boolean found = round();
    if (!found) {
      stuck.set(database.read(queue::stuck));
    }
    return found;
  }

  /** Proposes what is due now, up to a batch; false when nothing was. */
  public boolean round() {
    Set<ConversationId> due = database.inTransaction(queue::take);
    due.forEach(this::propose);
    return !due.isEmpty();
  }

  private void propose(ConversationId conversation) {
    try {
      proposeQueued.propose(conversation);
    } catch (DatabaseUnavailable outage) {
      throw outage;
    } catch (RuntimeException failure) {
      if (database.inTransaction(transaction -> queue.becameStuck(transaction, conversation))) {
        LOG.warn(
            "A removal cannot be proposed; its conversation takes no message",
            Map.of(LogKey.conversationId, conversation),
            failure);
      }
    }
  }
}
