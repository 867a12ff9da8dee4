package fr.liaison.audit;

import io.smallrye.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A configuration for tests that run without Quarkus. */
public record TestConfig(Path lockFile) implements AuditConfig {

  @Override
  public String origin() {
    return AuditResource.ORIGIN;
  }

  @Override
  public Secret<String> signingKey() {
    return () -> AuditResource.key(1);
  }

  @Override
  public Secret<String> saltKey() {
    return () -> AuditResource.key(2);
  }

  @Override
  public Duration checkpointInterval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration checkpointPatience() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Optional<Duration> retention() {
    return Optional.empty();
  }
}
