package fr.liaison.platform;

import fr.liaison.platform.process.Child;
import fr.liaison.platform.process.Health;
import fr.liaison.platform.process.StartFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Brings back whichever part dies while the platform is up, as a cluster would. A part that keeps
 * dying is left alone twice as long each time, up to a minute. One thread, ended by {@link
 * #close()}.
 */
final class Supervision implements AutoCloseable {

  /** Told of what happens to parts, from the supervising thread. */
  interface Listener {
    void died(Part part);

    void back(Part part, Health health);
  }

  private static final long ROUND_MILLIS = 500;
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  /** How often a part died in a row, and when it was last started again. */
  private record Trouble(int deaths, long startedAt) {
    Duration rest() {
      Duration doubled = Duration.ofSeconds(1L << Math.min(deaths, 6));
      return doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
    }

    /** After two quiet minutes a new death says nothing about the old ones. */
    boolean isPast() {
      return age().compareTo(LONGEST_REST.multipliedBy(2)) > 0;
    }

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - startedAt);
    }
  }

  private final Map<Part, Child> children;
  private final Listener listener;
  private final Map<Part, Trouble> troubles = new EnumMap<>(Part.class);
  private final CountDownLatch over = new CountDownLatch(1);

  Supervision(Map<Part, Child> children, Listener listener) {
    this.children = children;
    this.listener = listener;
  }

  Supervision start() {
    Thread.ofVirtual().name("supervision").start(this::watch);
    return this;
  }

  private void watch() {
    try {
      while (!over.await(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
        for (Map.Entry<Part, Child> one : children.entrySet()) {
          if (over.getCount() > 0 && !one.getValue().isAlive() && isDue(one.getKey())) {
            bringBack(one.getKey(), one.getValue());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDue(Part part) {
    Trouble trouble = troubles.get(part);
    return trouble == null || trouble.age().compareTo(trouble.rest()) > 0;
  }

  private void bringBack(Part part, Child child) throws InterruptedException {
    listener.died(part);
    Trouble before = troubles.get(part);
    int deaths = before == null || before.isPast() ? 1 : before.deaths() + 1;
    troubles.put(part, new Trouble(deaths, System.nanoTime()));
    try {
      listener.back(part, child.start());
    } catch (IOException | StartFailed e) {
      listener.back(part, new Health.Exited(child.name(), -1, child.log()));
    }
  }

  /** Nothing is started again after this. */
  @Override
  public void close() {
    over.countDown();
  }
}
