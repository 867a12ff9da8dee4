package fr.liaison.directory.match;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of matching lists with the register. */
@ConfigMapping(prefix = "liaison.directory.match")
public interface MatchConfig {
  /** Rows of one request. */
  @WithDefault("200")
  int mostRows();

  /** The longest name, profession or town, in characters. */
  @WithDefault("100")
  int longestText();

  /** People answered for a row that may be several. */
  @WithDefault("5")
  int mostCandidates();

  /** Rows that one instance matches for one account within the window. */
  @WithDefault("6000")
  int mostRowsInWindow();

  @WithDefault("1H")
  Duration window();

  /** What a request counts for at least, so that rows sent one by one gain nothing. */
  @WithDefault("10")
  int leastRowsCounted();

  /** Requests one instance carries out at a time; search comes first. */
  @WithDefault("2")
  int mostAtOnce();
}
