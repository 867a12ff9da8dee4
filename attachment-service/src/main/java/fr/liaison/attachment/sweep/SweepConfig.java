package fr.liaison.attachment.sweep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When removal happens. */
@ConfigMapping(prefix = "liaison.attachment.sweep")
public interface SweepConfig {
  /** Pause between two rounds. */
  @WithDefault("60s")
  Duration every();

  /** How long an attachment waits for a message that refers to it. */
  @WithDefault("24h")
  Duration pendingAge();

  /**
   * How long an accepted message may wait to be published while the conversation service publishes
   * nothing at all; until then what is complete stays.
   */
  @WithDefault("30d")
  Duration quiet();

  /** Attachments doomed, and objects removed, in one step. */
  @WithDefault("100")
  int batch();
}
