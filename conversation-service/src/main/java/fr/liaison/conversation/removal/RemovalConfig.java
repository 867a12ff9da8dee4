package fr.liaison.conversation.removal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How removals that were asked for are turned into proposals. */
@ConfigMapping(prefix = "liaison.removal")
public interface RemovalConfig {
  /** Removals taken in one round; each conversation is then a transaction of its own. */
  @WithDefault("20")
  int batch();

  /** Longest wait for removals another instance asked for, or that are due again. */
  @WithDefault("1s")
  Duration poll();

  /** Pause before a failed proposal is tried again; it doubles with every failure. */
  @WithDefault("2s")
  Duration firstPause();

  /** The longest of these pauses. */
  @WithDefault("5m")
  Duration longestPause();

  /** After so many attempts a removal that cannot be proposed raises an alert. */
  @WithDefault("5")
  int attemptsBeforeAlert();
}
