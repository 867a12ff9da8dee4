package fr.liaison.conversation.wake;

import fr.liaison.kit.log.Log;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Passes hints to the listeners of this process. */
@Singleton
public class Wakes {
  private static final Log LOG = Log.of(Wakes.class);
  private final List<WakeListener> listeners;

  Wakes(@All List<WakeListener> listeners) {
    this.listeners = listeners;
  }

  /** Never throws: what was committed stays committed, and a lost hint does no harm. */
  public void wake(Wake wake) {
    for (WakeListener listener : listeners) {
      try {
        listener.woken(wake);
      } catch (RuntimeException failure) {
        LOG.warn("A wake-up was lost", Map.of(), failure);
      }
    }
  }
}
