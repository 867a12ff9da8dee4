package fr.liaison.attachment.blob;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the object store answers and the bucket is there. */
@Readiness
@ApplicationScoped
public class ObjectStoreReadiness implements HealthCheck {
  private final BlobStore store;

  ObjectStoreReadiness(BlobStore store) {
    this.store = store;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      store.probe();
      return HealthCheckResponse.up("object-store");
    } catch (BlobStoreUnavailable away) {
      return HealthCheckResponse.down("object-store");
    }
  }
}
