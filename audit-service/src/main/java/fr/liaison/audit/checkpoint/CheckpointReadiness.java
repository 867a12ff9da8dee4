package fr.liaison.audit.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while checkpoints are signed in time; otherwise names the reason. */
@Readiness
@ApplicationScoped
public class CheckpointReadiness implements HealthCheck {

  private static final String NAME = "checkpoint";

  private final PublicationStatus status;

  CheckpointReadiness(PublicationStatus status) {
    this.status = status;
  }

  @Override
  public HealthCheckResponse call() {
    return status
        .trouble()
        .map(reason -> HealthCheckResponse.named(NAME).down().withData("reason", reason).build())
        .orElseGet(() -> HealthCheckResponse.up(NAME));
  }
}
