package fr.liaison.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay empties the outbox. */
@ConfigMapping(prefix = "liaison.outbox")
public interface OutboxConfig {
  /** Whether this instance publishes at all; off in tests that look at the rows. */
  @WithDefault("true")
  boolean relay();

  /** Rows published in one round. */
  @WithDefault("500")
  int batch();

  /** Longest wait for rows another instance wrote; own rows wake the relay at once. */
  @WithDefault("250ms")
  Duration poll();

  /** Pause after a failed round. */
  @WithDefault("1s")
  Duration backOff();
}
