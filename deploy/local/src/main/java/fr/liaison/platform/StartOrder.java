package fr.liaison.platform;

import fr.liaison.platform.process.Child;
import fr.liaison.platform.process.Health;
import fr.liaison.platform.process.StartFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Starts each part as soon as those it needs answer, all else at the same time. */
final class StartOrder {
  private final Map<Part, Child> children;
  private final StartListener listener;
  private final BooleanSupplier stopping;

  StartOrder(Map<Part, Child> children, StartListener listener, BooleanSupplier stopping) {
    this.children = children;
    this.listener = listener;
    this.stopping = stopping;
  }

  /** Returns when all answer; fails with the first that does not. */
  void run() {
    Map<Part, CompletableFuture<Void>> ready = new EnumMap<>(Part.class);
    CompletableFuture<Void> failure = new CompletableFuture<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      children.forEach( // in the order of the enum: needs come first
          (part, child) -> {
            CompletableFuture<?>[] needs =
                part.after().stream()
                    .filter(ready::containsKey)
                    .map(ready::get)
                    .toArray(CompletableFuture<?>[]::new);
            ready.put(
                part,
                CompletableFuture.allOf(needs)
                    .thenRunAsync(() -> start(part, child, failure), threads));
          });
      CompletableFuture<Void> all =
          CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new));
      try {
        CompletableFuture.anyOf(all, failure).join();
      } catch (CompletionException e) {
        threads.shutdownNow();
        throw e.getCause() instanceof StartFailed failed
            ? failed
            : new StartFailed("a part could not be started", e);
      }
    }
  }

  private void start(Part part, Child child, CompletableFuture<Void> failure) {
    try {
      if (stopping.getAsBoolean()) {
        throw new StartFailed("stopped before everything had started");
      }
      listener.starting(part);
      Health health = child.start();
      listener.finished(part, health);
      if (!(health instanceof Health.Ready)) {
        throw new StartFailed(Platform.tell(part, health));
      }
    } catch (StartFailed e) {
      failure.completeExceptionally(e);
      throw e;
    } catch (IOException e) {
      StartFailed failed =
          new StartFailed(part.label() + " could not be started: " + e.getMessage(), e);
      failure.completeExceptionally(failed);
      throw failed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed(part.label() + " was interrupted", e);
    }
  }

  /** Groups parts to be stopped together: users of the others first. */
  static List<Set<Part>> stopWaves(List<Part> parts) {
    List<Set<Part>> waves = new ArrayList<>();
    Set<Part> left = EnumSet.noneOf(Part.class);
    left.addAll(parts);
    while (!left.isEmpty()) {
      Set<Part> needed = EnumSet.noneOf(Part.class);
      left.forEach(part -> needed.addAll(part.after()));
      Set<Part> wave = EnumSet.copyOf(left);
      wave.removeAll(needed);
      waves.add(wave);
      left.removeAll(wave);
    }
    return waves;
  }
}
