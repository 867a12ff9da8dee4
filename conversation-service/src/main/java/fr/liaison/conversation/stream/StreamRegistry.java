package fr.liaison.conversation.stream;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The streams of this instance, by device and by the conversations they follow. */
@Singleton
class StreamRegistry {
  private final Set<StreamSession> all = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<DeviceId, Set<StreamSession>> byDevice = new ConcurrentHashMap<>();
  private final ConcurrentMap<ConversationId, Set<StreamSession>> byConversation =
      new ConcurrentHashMap<>();
  private final int perDevice;

  StreamRegistry(StreamConfig config, MeterRegistry metrics) {
    this.perDevice = config.perDevice();
    metrics.gaugeCollectionSize("liaison.stream.sessions", List.of(), all);
  }

  /** A connection that may or may not say hello. */
  void connected(StreamSession session) {
    all.add(session);
  }

  /** A device's stream; when it has too many, its oldest one is closed. */
  void add(DeviceId device, StreamSession session) {
    Set<StreamSession> streams = byDevice.compute(device, (id, present) -> with(present, session));
    if (streams.size() > perDevice) {
      streams.stream()
          .min(Comparator.comparing(StreamSession::openedAt))
          .ifPresent(oldest -> oldest.close(CloseReason.TRY_AGAIN_LATER));
    }
  }

  void follow(ConversationId conversation, StreamSession session) {
    byConversation.compute(conversation, (id, present) -> with(present, session));
  }

  void unfollow(ConversationId conversation, StreamSession session) {
    byConversation.computeIfPresent(
        conversation, (id, present) -> without(present, session) ? null : present);
  }

  void remove(StreamSession session) {
    all.remove(session);
    byDevice.values().removeIf(streams -> without(streams, session));
    byConversation.values().removeIf(streams -> without(streams, session));
  }

  Collection<StreamSession> all() {
    return all;
  }

  Collection<StreamSession> of(DeviceId device) {
    return byDevice.getOrDefault(device, Set.of());
  }

  Collection<StreamSession> following(ConversationId conversation) {
    return byConversation.getOrDefault(conversation, Set.of());
  }

  private static Set<StreamSession> with(
      @Nullable Set<StreamSession> present, StreamSession session) {
    Set<StreamSession> streams = present == null ? ConcurrentHashMap.newKeySet() : present;
    streams.add(session);
    return streams;
  }

  private static boolean without(Set<StreamSession> streams, StreamSession session) {
    streams.remove(session);
    return streams.isEmpty();
  }
}
