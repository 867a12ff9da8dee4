package fr.liaison.directory.topup;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where changes of the register are asked for between two files, and within which bounds. */
@ConfigMapping(prefix = "liaison.directory.register.top-up")
public interface TopUpConfig {
  /**
   * The base of the national FHIR interface, such as {@code https://…/fhir/v2}; {@code http} only
   * on this machine. No top-up where absent.
   */
  Optional<URI> url();

  /** For {@link #key}: there is none. */
  String NO_KEY = "none";

  /** The key that the publisher gave to this platform; with {@link #url} or not at all. */
  @WithDefault(NO_KEY)
  Secret<String> key();

  /** The one root certificate to trust, as PEM; the public ones of Java where absent. */
  Optional<Path> trustedRoot();

  /** How often changes are asked for. */
  @WithDefault("10M")
  Duration every();

  /** Requests a second, evenly spread; the publisher allows 17. */
  @WithDefault("17")
  int perSecond();

  /** Entries asked for in one page. */
  @WithDefault("50")
  int pageSize();

  /** A larger page is refused. One of 8 MB may need more than 256 MB of heap to be read. */
  @WithDefault("4M")
  MemorySize largestPage();

  /** Pages of one attempt; the next goes on where it ended. */
  @WithDefault("20000")
  int mostPages();

  /** How long one answer may take, to its last byte. */
  @WithDefault("40S")
  Duration patience();

  /** How often one request is tried at a time. */
  @WithDefault("4")
  int attempts();

  /** The pause after a first passing failure; each further one doubles it. */
  @WithDefault("1S")
  Duration firstPause();

  /** A source that wants a longer pause is left alone until then. */
  @WithDefault("1M")
  Duration longestPause();

  /** How far a run reaches back before the end of the former one: clocks differ. */
  @WithDefault("10M")
  Duration overlap();

  /** The source forgets changes after 30 days; whoever comes later needs a file first. */
  @WithDefault("29d")
  Duration longestGap();

  /** The largest share of the active people that top-ups may remove within a day. */
  @WithDefault("0.002")
  double mostDepartures();

  /** So many may always depart within a day, however small the register. */
  @WithDefault("10")
  int fewDepartures();
}
