package fr.liaison.client.audit;

import fr.liaison.client.api.AuditApi;
import fr.liaison.client.api.DeviceBindings;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Interrupted;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Questions to the log, a few under way at a time, each on a thread of its own that touches nothing
 * but the network: whoever stops waiting leaves nothing behind that could write. Of one thread.
 */
final class Questions {
  private static final int ABREAST = 6;

  /** The log as it is trusted so far: its key, and the tree seen last. */
  record Pinned(Optional<String> key, Optional<Checkpoint> seen) {}

  /** An answer, and what was trusted when it was asked for. */
  record Reply(
      DeviceClaim claim, Pinned pinned, Answer<String> key, Answer<DeviceBindings> answer) {}

  private final AuditApi audit;
  private final Deque<DeviceClaim> waiting;
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private int underWay;

  Questions(AuditApi audit, Collection<DeviceClaim> claims) {
    this.audit = audit;
    this.waiting = new ArrayDeque<>(claims);
  }

  boolean areLeft() {
    return underWay > 0 || !waiting.isEmpty();
  }

  void repeat(DeviceClaim claim) {
    waiting.addFirst(claim);
  }

  /** Sends what may be sent now. */
  void ask(Supplier<Pinned> trusted) {
    while (underWay < ABREAST && !waiting.isEmpty()) {
      DeviceClaim claim = waiting.removeFirst();
      Pinned pinned = trusted.get();
      underWay++;
      var _ = Thread.ofVirtual().name("liaison-log").start(() -> replies.add(ask(claim, pinned)));
    }
  }

  private Reply ask(DeviceClaim claim, Pinned pinned) {
    try {
      Answer<String> key =
          pinned.key().<Answer<String>>map(Answer.Done::new).orElseGet(audit::logKey);
      long since = pinned.seen().map(Checkpoint::size).orElse(0L);
      return new Reply(claim, pinned, key, audit.bindings(claim.device(), since));
    } catch (RuntimeException failed) {
      return new Reply(claim, pinned, new Answer.Unreachable<>(), new Answer.Unreachable<>());
    }
  }

  /** The next answer; empty when none came in time. */
  Optional<Reply> await(long nanoseconds) {
    try {
      Reply reply = replies.poll(Math.max(0, nanoseconds), TimeUnit.NANOSECONDS);
      underWay--;
      return Optional.ofNullable(reply);
    } catch (InterruptedException stopped) {
      throw Interrupted.now();
    }
  }
}
