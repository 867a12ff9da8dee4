package fr.liaison.directory.register;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the register file comes from and when it is not to be trusted. */
@ConfigMapping(prefix = "liaison.directory.register")
public interface RegisterConfig {
  /**
   * The extraction imported at start-up when the register is empty or the file is new: a path, or
   * {@code classpath:…} for a shipped file; the published archive if it ends in {@code .zip}. None
   * by default: nobody becomes a practitioner by accident.
   */
  Optional<String> file();

  /** A file with fewer usable rows than this is taken for a truncated download. */
  @WithDefault("1")
  long floorRows();

  /** The largest share of the active people that one import may remove. */
  @WithDefault("0.05")
  double mostDepartures();

  /** The largest extraction, sent as it is or in an archive; the national one has about 820 MB. */
  @WithDefault("1200M")
  MemorySize largestFile();

  /** How many row defects a report names by line; all are counted. */
  @WithDefault("200")
  int namedDefects();

  /** What becomes of wrong check digits; {@code warn} is for realms of test identities only. */
  @WithDefault("strict")
  CheckDigits checkDigits();

  /** How long one statement of the merge may take. */
  @WithDefault("10M")
  Duration mergeTimeout();

  /** What the database may use for one sort or hash of an import before it turns to the disk. */
  @WithDefault("128M")
  MemorySize sortMemory();
}
