package fr.liaison.conversation.dormancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When devices that are away are waited for no longer. */
@ConfigMapping(prefix = "liaison.dormancy")
public interface DormancyConfig {
  /** A device not seen for so long is declared dormant in each of its conversations. */
  @WithDefault("90d")
  Duration after();

  /** How often is looked for such devices; any number of instances may look. */
  @WithDefault("1h")
  Duration look();

  /** Conversations looked at before the next ones are searched for. */
  @WithDefault("200")
  int batch();

  /** Being seen is written at most this often for each device. */
  @WithDefault("1h")
  Duration note();
}
