package fr.liaison.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service reads events. */
@ConfigMapping(prefix = "liaison.consumer")
public interface ConsumerConfiguration {
  /** Whether this instance reads events at all. */
  @WithDefault("true")
  boolean enabled();

  /** Most events in one transaction. */
  @WithDefault("500")
  int batch();

  /** Pause before a failed batch is tried again. */
  @WithDefault("1s")
  Duration backOff();

  /** How long event ids are remembered; longer than Kafka keeps events. */
  @WithDefault("14d")
  Duration memory();

  /** Kafka group protocol timeout after which a dead instance's partitions move. */
  @WithDefault("10s")
  Duration sessionTimeout();
}
