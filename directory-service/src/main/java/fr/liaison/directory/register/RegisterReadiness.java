package fr.liaison.directory.register;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the configured register file is still being imported at start-up. */
@Readiness
public class RegisterReadiness implements HealthCheck {
  private final ImportAtStartUp startUp;

  RegisterReadiness(ImportAtStartUp startUp) {
    this.startUp = startUp;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("register").status(startUp.isOver()).build();
  }
}
