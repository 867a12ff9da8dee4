package fr.liaison.notification.vapid;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The key pair push services know us by. Without it the service refuses to start. */
@ConfigMapping(prefix = "liaison.vapid")
public interface VapidConfig {
  /** Uncompressed P-256 point, base64url. */
  Optional<String> publicKey();

  /** P-256 scalar, base64url. Secret. */
  Optional<String> privateKey();

  /** How a push service reaches the operator: mailto: or https:. */
  Optional<String> subject();

  /** How long a signed token is valid; push services take at most 24 hours. */
  @WithDefault("12h")
  Duration tokenLifetime();
}
