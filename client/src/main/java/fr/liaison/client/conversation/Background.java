package fr.liaison.client.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Work of one messenger beside its caller's threads. Thread-safe. Nothing begins after {@link
 * #close}, which returns when all that began has ended: whoever closes the store next takes it from
 * nobody.
 */
final class Background implements AutoCloseable {
  private final Set<Thread> threads = new HashSet<>();
  private boolean closed;

  /** Begins at once on a thread of its own; does nothing when closed. */
  synchronized void start(String name, Runnable work) {
    if (!closed) {
      threads.removeIf(one -> !one.isAlive());
      threads.add(Thread.ofVirtual().name(name).start(work));
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** From now on nothing begins; what has begun goes on to its end. */
  synchronized void stop() {
    closed = true;
  }

  @Override
  public void close() {
    stop();
    try {
      for (Thread one : begun()) {
        one.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<Thread> begun() {
    return List.copyOf(threads);
  }
}
