package fr.liaison.conversation.stream;

import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.State;
import fr.liaison.conversation.wake.Wake;
import fr.liaison.conversation.wake.WakeListener;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Passes hints on to the streams they concern. Every hint arrives up to twice, in process and
 * through Kafka; repetitions are dropped by how far each conversation was heard of.
 */
@Singleton
public class StreamHub implements WakeListener {
  private final StreamRegistry registry;
  private final LogTail tail;
  private final Heard<ConversationId> epochs = new Heard<>();
  private final Heard<StateOf> states = new Heard<>();
  private final Heard<MarkOf> delivered = new Heard<>();
  private final Heard<MarkOf> read = new Heard<>();

  private record StateOf(ConversationId conversation, State state) {}

  private record MarkOf(UUID conversation, UUID device) {}

  StreamHub(StreamRegistry registry, LogTail tail) {
    this.registry = registry;
    this.tail = tail;
  }

  @Override
  public void woken(Wake wake) {
    switch (wake) {
      case Wake.LogGrew(ConversationId conversation, long upTo, List<LogEntry> newest) ->
          logGrew(conversation, upTo, newest);
      case Wake.RosterMoved(ConversationId conversation, long epoch, Set<DeviceId> devices) ->
          rosterMoved(conversation, epoch, devices);
      case Wake.AdminsMoved(ConversationId conversation) ->
          registry.following(conversation).forEach(session -> session.rosterMoved(conversation));
      case Wake.MembersDormant(ConversationId conversation, Set<DeviceId> devices) ->
          tell(conversation, devices);
      case Wake.StateChanged(ConversationId conversation, State state, Set<DeviceId> devices) -> {
        if (states.isNews(new StateOf(conversation, state), 1)) {
          tell(conversation, devices);
        }
      }
      case Wake.MarksMoved(ReceiptMoved marks) -> marksMoved(marks);
      case Wake.DeviceBlocked(DeviceId device) -> registry.of(device).forEach(StreamSession::block);
    }
  }

  private void logGrew(ConversationId conversation, long upTo, List<LogEntry> newest) {
    var followers = registry.following(conversation);
    if (followers.isEmpty()) {
      return;
    }
    if (!newest.isEmpty()) {
      tail.add(conversation, newest.stream().map(EntryFrame::of).toList());
    }
    followers.forEach(session -> session.logGrew(conversation, upTo));
  }

  private void rosterMoved(ConversationId conversation, long epoch, Set<DeviceId> devices) {
    if (epochs.isNews(conversation, epoch)) {
      tell(conversation, devices);
    }
  }

  private void tell(ConversationId conversation, Set<DeviceId> devices) {
    Set<StreamSession> sessions = new LinkedHashSet<>(registry.following(conversation));
    devices.forEach(device -> sessions.addAll(registry.of(device)));
    sessions.forEach(session -> session.rosterMoved(conversation));
  }

  private void marksMoved(ReceiptMoved marks) {
    var of = new MarkOf(marks.conversationId(), marks.deviceId());
    boolean news = delivered.isNews(of, marks.deliveredUpTo());
    if (read.isNews(of, marks.readUpTo()) || news) {
      registry
          .following(new ConversationId(marks.conversationId()))
          .forEach(session -> session.marksMoved(marks));
    }
  }

  /** How far something was heard of; forgets the oldest, after which one repetition may pass. */
  private static final class Heard<K> {
    private static final int MOST = 50_000;
    private final Map<K, Long> highest =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
            return size() > MOST;
          }
        };

    synchronized boolean isNews(K key, long value) {
      Long before = highest.get(key);
      if (before != null && before >= value) {
        return false;
      }
      highest.put(key, value);
      return true;
    }
  }
}
