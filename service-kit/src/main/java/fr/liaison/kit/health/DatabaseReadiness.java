package fr.liaison.kit.health;

import fr.liaison.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when PostgreSQL answers; without it nothing can be accepted. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
  private final Database database;

  DatabaseReadiness(Database database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      database.read(reader -> reader.first(row -> row.getInteger(0), "select 1"));
      return HealthCheckResponse.up("postgresql");
    } catch (RuntimeException away) {
      return HealthCheckResponse.down("postgresql");
    }
  }
}
