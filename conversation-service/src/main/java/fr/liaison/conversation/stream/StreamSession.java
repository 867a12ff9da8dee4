package fr.liaison.conversation.stream;

import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One live stream. Other threads only take note (a frame arrived, a log grew, a mark moved) and
 * nudge; the work is done in turns, one at a time, on a virtual thread that exists only while there
 * is something to do. What waits is bounded: the inbox by its size, everything else by the number
 * of conversations and their devices, since notes about the same thing replace each other.
 */
final class StreamSession {
  private static final Log LOG = Log.of(StreamSession.class);
  private static final int MOST_ACKS = 4096;

  private final UUID id = Uuid7.next();
  private final Instant openedAt = Instant.now();
  private final Outlet outlet;
  private final StreamParts parts;
  private final Executor executor;
  private final Queue<ClientFrame> inbox;
  private final Map<ConversationId, Long> acks = new ConcurrentHashMap<>();
  private final Map<ConversationId, Long> grown = new ConcurrentHashMap<>();
  private final Set<ConversationId> rosters = ConcurrentHashMap.newKeySet();
  private final Map<MarkKey, ReceiptMoved> marks = new ConcurrentHashMap<>();
  private final AtomicInteger nudges = new AtomicInteger();
  private volatile boolean overflow;
  private volatile boolean due;
  private volatile boolean over;
  private volatile @Nullable Greeted greeted;

  private record MarkKey(UUID conversation, UUID device) {}

  StreamSession(Outlet outlet, StreamParts parts, Executor executor) {
    this.outlet = outlet;
    this.parts = parts;
    this.executor = executor;
    this.inbox = new ArrayBlockingQueue<>(parts.config().inbox());
  }

  UUID id() {
    return id;
  }

  Instant openedAt() {
    return openedAt;
  }

  boolean isOpen() {
    return outlet.isOpen();
  }

  /** Acknowledgements replace each other, so that a client may send one for each entry. */
  void received(String text) {
    ClientFrame frame = ClientFrame.read(text);
    if (frame instanceof ClientFrame.Ack(ConversationId conversation, long sequence)
        && acks.size() < MOST_ACKS) {
      acks.merge(conversation, sequence, Math::max);
    } else if (!inbox.offer(frame)) {
      overflow = true;
    }
    nudge();
  }

  void logGrew(ConversationId conversation, long upTo) {
    grown.merge(conversation, upTo, Math::max);
    nudge();
  }

  void rosterMoved(ConversationId conversation) {
    rosters.add(conversation);
    nudge();
  }

  void marksMoved(ReceiptMoved moved) {
    marks.put(new MarkKey(moved.conversationId(), moved.deviceId()), moved);
    nudge();
  }

  /** Takes effect at once, also in the middle of a turn that is sending. */
  void block() {
    outlet.close(CloseReason.DEVICE_REVOKED);
  }

  /** Called every second: timeouts, pings and re-reading are looked at in the next turn. */
  void tick() {
    due = true;
    nudge();
  }

  void nudge() {
    if (nudges.getAndIncrement() == 0) {
      executor.execute(this::turns);
    }
  }

  void close(CloseReason reason) {
    outlet.close(reason);
  }

  /** The connection is gone; the last turn tidies up, whatever turn was under way. */
  void ended() {
    outlet.closed();
    over = true;
    nudge();
  }

  private void turns() {
    int taken;
    do {
      taken = nudges.get();
      try {
        turn();
      } catch (DatabaseUnavailable outage) {
        // What was not sent is still in the log; the client resumes when the database is back.
        outlet.close(CloseReason.TRY_AGAIN_LATER);
      } catch (RuntimeException failure) {
        LOG.warn("A stream failed and was closed", Map.of(LogKey.reason, "turn"), failure);
        outlet.close(CloseReason.TRY_AGAIN_LATER);
      }
    } while (nudges.addAndGet(-taken) > 0);
  }

  private void turn() {
    if (over) {
      parts.registry().remove(this);
      device().ifPresent(device -> parts.presence().closed(id, device));
    }
    if (!outlet.isOpen()) {
      return;
    }
    if (overflow) {
      outlet.close(CloseReason.MALFORMED);
    } else {
      listen();
      speak();
    }
  }

  private void listen() {
    for (ClientFrame frame = inbox.poll(); frame != null; frame = inbox.poll()) {
      Greeted known = greeted;
      if (known != null) {
        known.heard(frame);
      } else if (frame instanceof ClientFrame.Hello hello) {
        greet(hello);
      } else {
        outlet.close(CloseReason.MALFORMED);
      }
      if (!outlet.isOpen()) {
        return;
      }
    }
    Greeted known = greeted;
    if (known != null) {
      take(
          acks,
          (conversation, sequence) -> known.heard(new ClientFrame.Ack(conversation, sequence)));
    } else if (!acks.isEmpty()) {
      outlet.close(CloseReason.MALFORMED);
    }
  }

  private void greet(ClientFrame.Hello hello) {
    switch (parts.greeting().check(hello)) {
      case Greeting.Outcome.Refused(CloseReason reason) -> outlet.close(reason);
      case Greeting.Outcome.Accepted(var requester, var expiresAt) -> {
        Greeted accepted = new Greeted(this, outlet, parts, requester, expiresAt);
        greeted = accepted;
        accepted.begin(hello.resume());
      }
    }
  }

  private void speak() {
    Greeted known = greeted;
    boolean tick = due;
    due = false;
    if (known == null) {
      if (tick && openedAt.plus(parts.config().hello()).isBefore(Instant.now())) {
        outlet.close(CloseReason.UNAUTHENTICATED);
      }
      return;
    }
    if (tick) {
      known.tick();
    }
    for (ConversationId conversation : List.copyOf(rosters)) {
      rosters.remove(conversation);
      known.rosterMoved(conversation);
    }
    take(grown, known::logGrew);
    take(marks, (key, moved) -> known.marksMoved(moved));
    known.writeAcknowledgements();
  }

  /** Removes each note before acting on it, so that one taken meanwhile leads to another turn. */
  private static <K, V> void take(Map<K, V> notes, BiConsumer<K, V> action) {
    for (K key : List.copyOf(notes.keySet())) {
      V note = notes.remove(key);
      if (note != null) {
        action.accept(key, note);
      }
    }
  }

  /** The device, once it has said hello. */
  Optional<DeviceId> device() {
    Greeted known = greeted;
    return known == null ? Optional.empty() : Optional.of(known.device());
  }
}
