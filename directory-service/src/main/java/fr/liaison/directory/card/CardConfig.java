package fr.liaison.directory.card;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Signed cards. */
@ConfigMapping(prefix = "liaison.directory.card")
public interface CardConfig {
  /**
   * How long the certificate of an instance's signing key lasts. The key is replaced when a third
   * of it is left; cards signed before stay verifiable.
   */
  @WithDefault("30d")
  Duration signerValidity();
}
