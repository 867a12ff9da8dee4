package fr.liaison.conversation.refounding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of founding conversations again. */
@ConfigMapping(prefix = "liaison.refounding")
public interface RefoundingConfig {
  /**
   * For so long a successor is founded again neither by quorum nor by one of two persons: reports
   * are noted, and only an administrator of a group may order it. Two persons in league cannot keep
   * a group busy, nor one the other.
   */
  @WithDefault("1h")
  Duration rest();
}
