package fr.liaison.conversation.group;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The server's own part in every group. */
@ConfigMapping(prefix = "liaison.delivery")
public interface DeliveryConfig {
  /**
   * The Ed25519 private key, 32 bytes in base64, that signs proposals to remove devices; the same
   * for all instances, kept for as long as groups that list it.
   */
  String signingKey();

  /**
   * PEM file of the root certificate of the device authority, as the directory-service publishes
   * it. Read when first needed; until it is there, nobody is let into a group.
   */
  Path root();

  /** After this long without a commit a pending removal raises an alert. */
  @WithDefault("15m")
  Duration removalDeadline();
}
