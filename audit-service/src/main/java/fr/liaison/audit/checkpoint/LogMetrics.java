package fr.liaison.audit.checkpoint;

import fr.liaison.audit.log.LogTables;
import fr.liaison.kit.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What an operator watches: size, entries without a checkpoint, age of the newest, fork alarm. */
@ApplicationScoped
public class LogMetrics {

  private final PublicationStatus status;
  private final Database database;
  private final LogTables tables;
  private final MeterRegistry metrics;

  LogMetrics(PublicationStatus status, Database database, LogTables tables, MeterRegistry metrics) {
    this.status = status;
    this.database = database;
    this.tables = tables;
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    Gauge.builder("liaison.audit.log.size", status, PublicationStatus::size)
        .description("entries covered by the newest checkpoint")
        .register(metrics);
    Gauge.builder("liaison.audit.log.backlog", this, LogMetrics::backlog)
        .description("entries in the log that no checkpoint covers yet")
        .register(metrics);
    Gauge.builder(
            "liaison.audit.checkpoint.age",
            status,
            state -> state.sinceCurrent().toMillis() / 1000.0)
        .baseUnit("seconds")
        .description("time since the newest checkpoint covered the whole log; alert above 30")
        .register(metrics);
    Gauge.builder("liaison.audit.fork.alarm", status, state -> state.refused() ? 1 : 0)
        .description("1 while signing is refused because the log might fork; alert above zero")
        .register(metrics);
  }

  private double backlog() {
    try {
      return Math.max(0, database.read(tables::range).size() - status.size());
    } catch (RuntimeException away) {
      return Double.NaN;
    }
  }
}
