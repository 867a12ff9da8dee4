package fr.liaison.kit.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long this instance trusts what it last read about a device. */
@ConfigMapping(prefix = "liaison.devices")
public interface DevicesConfig {
  /** Whether this service keeps the read model of devices at all; decided at build time. */
  @WithDefault("false")
  boolean known();

  /** Upper bound on how late a revocation made elsewhere is noticed here. */
  @WithDefault("1s")
  Duration cache();

  /** How long a request of an unknown device waits for the news of its enrolment. */
  @WithDefault("1S")
  Duration patience();
}
