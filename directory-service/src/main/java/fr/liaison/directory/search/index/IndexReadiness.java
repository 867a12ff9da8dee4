package fr.liaison.directory.search.index;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the index of this instance was built once. */
@Readiness
public class IndexReadiness implements HealthCheck {
  private final DirectoryIndex index;

  IndexReadiness(DirectoryIndex index) {
    this.index = index;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("search-index").status(index.isReady()).build();
  }
}
