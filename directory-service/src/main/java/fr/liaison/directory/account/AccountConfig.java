package fr.liaison.directory.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the identity server is told about departures. */
@ConfigMapping(prefix = "liaison.directory.account")
public interface AccountConfig {
  /** The realm whose accounts are disabled and enabled. */
  @WithDefault("liaison")
  String realm();

  /** How long Keycloak may take over one call. */
  @WithDefault("10s")
  Duration patience();

  /** How often waiting tasks are looked for. */
  @WithDefault("2s")
  Duration poll();

  /** The pause after a first failure; doubled after each further one. */
  @WithDefault("2s")
  Duration firstRetry();

  /** The longest pause between attempts: a task is never given up. */
  @WithDefault("10M")
  Duration longestRetry();
}
