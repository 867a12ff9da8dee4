package fr.liaison.conversation.refounding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of founding conversations again. */
@ConfigMapping(prefix = "liaison.refounding")
public interface RefoundingConfig {
  /**
   * For so long a successor is not founded again by quorum: reports are noted, and only an
   * administrator may order it. Two persons in league cannot keep a group busy.
   */
  @WithDefault("1h")
  Duration rest();
}
