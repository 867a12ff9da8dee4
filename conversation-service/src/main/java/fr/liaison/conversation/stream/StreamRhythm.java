package fr.liaison.conversation.stream;

import fr.liaison.kit.log.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Starts and stops what streams need: a clean presence, the beat, the second hand. */
@Singleton
public class StreamRhythm {
  private static final Log LOG = Log.of(StreamRhythm.class);

  private final StreamRegistry registry;
  private final Presence presence;
  private final Timer timer;
  private final StreamConfig config;

  StreamRhythm(StreamRegistry registry, Presence presence, Timer timer, StreamConfig config) {
    this.registry = registry;
    this.presence = presence;
    this.timer = timer;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    presence.clearOwn();
    beat();
    timer.every(config.beat(), this::beat);
    timer.every(Duration.ofSeconds(1), () -> registry.all().forEach(StreamSession::tick));
  }

  void stop(@Observes ShutdownEvent event) {
    registry.all().forEach(session -> session.close(CloseReason.GOING_AWAY));
    try {
      presence.clearOwn();
    } catch (RuntimeException failure) {
      LOG.warn("Presence is cleared at the next start instead", Map.of(), failure);
    }
  }

  private void beat() {
    presence.beat(registry.all().stream().map(StreamSession::id).toList());
  }
}
