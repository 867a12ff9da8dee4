package fr.liaison.directory.delegation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of delegations. */
@ConfigMapping(prefix = "liaison.directory.delegation")
public interface DelegationConfig {
  /** Months a delegation lasts at most. */
  @WithDefault("6")
  int longestMonths();

  /** Months ahead at which a delegation may begin. */
  @WithDefault("12")
  int farthestMonths();

  /** Delegations of one person that are neither over nor refused. */
  @WithDefault("10")
  int mostOpen();

  /** Proposals one person has to answer; a further one is refused. */
  @WithDefault("20")
  int mostProposals();

  /** Proposals one person may make in a day, whatever became of them. */
  @WithDefault("20")
  int mostADay();

  /** Candidates of an answer. */
  @WithDefault("20")
  int candidates();

  /** How often delegations that are over are looked for. */
  @WithDefault("10M")
  Duration sweep();
}
