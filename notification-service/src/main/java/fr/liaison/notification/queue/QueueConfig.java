package fr.liaison.notification.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a device is woken, and how long a push may wait. */
@ConfigMapping(prefix = "liaison.notification.queue")
public interface QueueConfig {
  /** How long a connected device may leave a message unacknowledged before it is woken. */
  @WithDefault("30s")
  Duration grace();

  /** How often unacknowledged messages are looked for. */
  @WithDefault("5s")
  Duration graceCheck();

  /** How long a push is worth delivering, here and at the push service. */
  @WithDefault("24h")
  Duration lifetime();
}
