package fr.liaison.notification.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Which push services may be named. */
@ConfigMapping(prefix = "liaison.notification.endpoint")
public interface EndpointConfig {
  /** Lets http and https endpoints on this machine in, for tests and demonstrations only. */
  @WithDefault("false")
  boolean allowLoopback();

  /** When set, only these hosts and their subdomains; otherwise any public host. */
  Optional<List<String>> hosts();
}
