package fr.liaison.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pushes are sent and tried again. */
@ConfigMapping(prefix = "liaison.notification.delivery")
public interface DeliveryConfig {
  /** Whether this instance sends at all. */
  @WithDefault("true")
  boolean enabled();

  /** Pushes under way at one time in each lane. */
  @WithDefault("32")
  int parallel();

  /** Longest wait before the queue is looked at again; own news wake the lane at once. */
  @WithDefault("1s")
  Duration poll();

  /** How long a push service may take to answer. */
  @WithDefault("10s")
  Duration timeout();

  /** How long a claimed push is left to its claimer; well above the timeout. */
  @WithDefault("60s")
  Duration claim();

  /** The first pause after a failure; it doubles with each further one, with jitter. */
  @WithDefault("2s")
  Duration firstPause();

  /** The longest pause between attempts, whatever the push service asks for. */
  @WithDefault("15m")
  Duration longestPause();
}
