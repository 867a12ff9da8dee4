package fr.liaison.kit.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of database calls. */
@ConfigMapping(prefix = "liaison.database")
public interface DatabaseConfig {
  /** How long one statement, or the wait for a connection, may take before it counts as failed. */
  @WithDefault("10s")
  Duration timeout();
}
