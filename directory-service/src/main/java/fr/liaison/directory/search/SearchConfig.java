package fr.liaison.directory.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the directory search. */
@ConfigMapping(prefix = "liaison.directory.search")
public interface SearchConfig {
  /** Practitioners on a page when the caller does not say. */
  @WithDefault("20")
  int page();

  /** The largest page a caller may ask for. */
  @WithDefault("50")
  int largestPage();

  /** The longest query, profession or town, in characters. */
  @WithDefault("100")
  int longestText();

  /** The most words a search may combine. */
  @WithDefault("8")
  int mostWords();
}
