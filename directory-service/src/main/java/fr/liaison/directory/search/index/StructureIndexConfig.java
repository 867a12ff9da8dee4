package fr.liaison.directory.search.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The index of structures of this instance. */
@ConfigMapping(prefix = "liaison.directory.structure-index")
public interface StructureIndexConfig {
  /** How often it is asked whether the people's rows have changed. */
  @WithDefault("5s")
  Duration every();

  /** How many structures are read from the table at a time. */
  @WithDefault("2000")
  int chunk();
}
