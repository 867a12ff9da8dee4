package fr.liaison.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The log's identity, its keys and how often it speaks. */
@ConfigMapping(prefix = "liaison.audit")
public interface AuditConfig {

  /** The log's name for ever: a schema-less URL without spaces or plus signs. */
  String origin();

  /** The Ed25519 seed that signs checkpoints: 32 bytes in base64. */
  Secret<String> signingKey();

  /** The key that turns identities into pseudonyms: 32 bytes in base64. */
  Secret<String> saltKey();

  /**
   * Where the last signed checkpoint is kept outside the database. Must never be restored from a
   * backup: it is what keeps a restored database from signing another history.
   */
  @WithDefault("audit-checkpoint")
  Path lockFile();

  /** Least time between two checkpoints, and longest wait of an entry for one. */
  @WithDefault("1s")
  Duration checkpointInterval();

  /** How long publishing may fail before the service says it is not ready. */
  @WithDefault("30s")
  Duration checkpointPatience();

  /** How long what acts say is kept; unset keeps it for ever. The log itself is always kept. */
  Optional<Duration> retention();
}
