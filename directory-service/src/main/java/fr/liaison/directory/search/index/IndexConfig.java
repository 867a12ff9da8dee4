package fr.liaison.directory.search.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The index of this instance. */
@ConfigMapping(prefix = "liaison.directory.search-index")
public interface IndexConfig {
  /**
   * The folder of the index, of this instance alone; about 300 MB for the national register. A
   * fresh temporary folder when absent: the index is then built anew at each start. Delete it after
   * restoring an older database.
   */
  Optional<Path> folder();

  /** How often the table is asked for changes made by other instances. */
  @WithDefault("1s")
  Duration every();

  /** How many people are read from the table at a time. */
  @WithDefault("2000")
  int chunk();

  /**
   * From how many changes at a time on the index is written together again, which takes a while.
   */
  @WithDefault("100000")
  int compactFrom();

  /** How old the knowledge of who has a device may be when searches ask for it. */
  @WithDefault("5s")
  Duration reachableFor();
}
