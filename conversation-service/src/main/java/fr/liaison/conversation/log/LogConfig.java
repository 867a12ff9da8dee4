package fr.liaison.conversation.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long entries are kept that every device has. */
@ConfigMapping(prefix = "liaison.log")
public interface LogConfig {
  /** Entries younger than this are kept, whoever acknowledged them. */
  @WithDefault("90d")
  Duration keep();

  /** How often is looked for entries to cut; any number of instances may look. */
  @WithDefault("1h")
  Duration look();

  /** Most entries cut in one transaction, for which sends to their conversation wait. */
  @WithDefault("500")
  int batch();
}
