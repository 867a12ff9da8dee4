package fr.liaison.directory.register.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Where new files of the register are fetched, and when. */
@ConfigMapping(prefix = "liaison.directory.register.source")
public interface SourceConfig {
  /** The addresses of the published files, {@code https} only: the register, the mailboxes. */
  Optional<List<URI>> url();

  /**
   * The one root certificate that the publisher's servers are trusted by, as PEM; the public ones
   * of Java where absent. The national publisher's own root is in no public trust store.
   */
  Optional<Path> trustedRoot();

  /** When to look for new files every day, in the publisher's time zone; never where absent. */
  Optional<LocalTime> at();

  /** How long one download with its import may take. */
  @WithDefault("1H")
  Duration longest();

  /** How long a server may take until it answers. */
  @WithDefault("30S")
  Duration patience();

  /** How often a file is tried in one night. */
  @WithDefault("5")
  int attempts();

  /** The pause after the first failure; each further one doubles it. */
  @WithDefault("1M")
  Duration firstPause();
}
