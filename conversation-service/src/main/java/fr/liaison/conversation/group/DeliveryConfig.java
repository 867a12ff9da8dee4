package fr.liaison.conversation.group;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The server's own part in every group. */
@ConfigMapping(prefix = "liaison.delivery")
public interface DeliveryConfig {
  /**
   * The Ed25519 private key, 32 bytes in base64, that signs proposals to remove devices; the same
   * for all instances, kept for as long as groups that list it.
   */
  String signingKey();

  /** After this long without a commit a pending removal raises an alert. */
  @WithDefault("15m")
  Duration removalDeadline();
}
