package fr.liaison.directory.search.index;

import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * Has the index catch up: every second for what other instances write, and at once after a
 * transaction of this one, whose author is kept for a moment and would else not find what was just
 * written. A whole register takes longer than that, and its author need not wait. Failures are
 * tried again the next second.
 */
@ApplicationScoped
public class FollowTable {
  private static final Log LOG = Log.of(FollowTable.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final DirectoryIndex index;

  FollowTable(DirectoryIndex index, MeterRegistry meters) {
    this.index = index;
    meters.gauge("liaison.search.index.lag", index, of -> of.progress().lag());
    meters.gauge("liaison.search.index.documents", index, of -> of.progress().documents());
  }

  @Scheduled(
      every = "${liaison.directory.search-index.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void poll() {
    catchUp(Duration.ZERO);
  }

  void advanced(@Observes Revisions.Advanced advanced) {
    // Not a virtual thread: busy searches would leave it no turn for minutes.
    Thread following =
        Thread.ofPlatform().daemon().name("follow-table").start(() -> catchUp(PATIENCE));
    try {
      var unused = following.join(MOMENT);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void catchUp(Duration patience) {
    try {
      var _ = index.catchUp(patience);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException failure) {
      LOG.warn("The search index could not catch up", Map.<LogKey, Object>of(), failure);
    }
  }
}
