package fr.liaison.conversation.message;

import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Where sends wait while the transaction before them commits; then all that wait, up to a limit,
 * are committed together. A sender is answered after the commit of its own message. The queue is
 * bounded: a send that finds it full is turned away, not kept.
 */
@ApplicationScoped
class SendQueue {
  private static final Log LOG = Log.of(SendQueue.class);

  private final AppendBatch batch;
  private final int most;
  private final List<BlockingQueue<Waiting>> lanes;
  private final List<Thread> threads = new ArrayList<>();
  private final DistributionSummary sizes;
  private volatile boolean running;

  SendQueue(AppendBatch batch, MessageConfig config, MeterRegistry metrics) {
    this.batch = batch;
    this.most = config.batch();
    this.lanes =
        IntStream.range(0, config.lanes())
            .<BlockingQueue<Waiting>>mapToObj(lane -> new ArrayBlockingQueue<>(config.waiting()))
            .toList();
    this.sizes =
        DistributionSummary.builder("liaison.message.batch")
            .description("sends committed together")
            .register(metrics);
    metrics.gauge(
        "liaison.message.waiting", lanes, all -> all.stream().mapToInt(BlockingQueue::size).sum());
  }

  void start(@Observes StartupEvent event) {
    running = true;
    for (BlockingQueue<Waiting> lane : lanes) {
      threads.add(Thread.ofVirtual().name("send-lane").start(() -> work(lane)));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    threads.forEach(Thread::interrupt);
  }

  /** Waits until the draft is decided and committed; throws what its transaction threw. */
  SendOutcome send(Draft draft) {
    Waiting waiting = new Waiting(draft, new CompletableFuture<>());
    int lane = Math.floorMod(draft.conversation().hashCode(), lanes.size());
    if (!running || !lanes.get(lane).offer(waiting)) {
      return new SendOutcome.Busy();
    }
    try {
      return waiting.outcome().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private void work(BlockingQueue<Waiting> lane) {
    List<Waiting> together = new ArrayList<>();
    try {
      while (running) {
        together.add(lane.take());
        lane.drainTo(together, most - 1);
        commit(List.copyOf(together));
        together.clear();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    lane.drainTo(together);
    together.forEach(waiting -> waiting.outcome().complete(new SendOutcome.Busy()));
  }

  /** A statement refused for one draft must not refuse its neighbours: they are tried alone. */
  private void commit(List<Waiting> together) {
    try {
      List<SendOutcome> outcomes = batch.append(together.stream().map(Waiting::draft).toList());
      sizes.record(together.size());
      for (int i = 0; i < together.size(); i++) {
        together.get(i).outcome().complete(outcomes.get(i));
      }
    } catch (DatabaseUnavailable outage) {
      together.forEach(waiting -> waiting.outcome().completeExceptionally(outage));
    } catch (RuntimeException failure) {
      if (together.size() == 1) {
        together.getFirst().outcome().completeExceptionally(failure);
        return;
      }
      LOG.warn(
          "A batch failed; its sends are tried alone",
          Map.of(LogKey.count, together.size()),
          failure);
      together.forEach(waiting -> commit(List.of(waiting)));
    }
  }

  private record Waiting(Draft draft, CompletableFuture<SendOutcome> outcome) {}
}
