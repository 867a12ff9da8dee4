package fr.liaison.test;

import fr.liaison.platform.layout.Cache;
import fr.liaison.platform.layout.Checkout;
import fr.liaison.platform.postgres.DatabaseAccess;
import fr.liaison.platform.postgres.PostgresServer;
import fr.liaison.platform.process.Child;
import fr.liaison.platform.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * PostgreSQL 18 with one empty database, started once per test JVM and stopped with it. Gives the
 * datasource's configuration under the names the platform uses.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return TestServer.once("postgresql", PostgresResource::run).configuration();
  }

  @Override
  public void stop() {} // lives as long as the JVM

  private static RunningServer run() {
    Path folder = ScratchFolder.fresh();
    DatabaseAccess database =
        new DatabaseAccess("service", "service", UUID.randomUUID().toString(), Ports.findFree());
    PostgresServer server;
    try {
      server =
          new PostgresServer(
              Checkout.find().postgresArchive(),
              Cache.find(),
              folder,
              database.port(),
              UUID.randomUUID().toString(),
              List.of(database));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Child child = new Child(server, folder);
    ScratchFolder.deleteAtExit(folder, child);
    child.startOrFail();
    return new RunningServer(
        child,
        Map.of(
            "quarkus.datasource.jdbc.url", database.jdbcUrl(),
            "quarkus.datasource.reactive.url", database.reactiveUrl(),
            "quarkus.datasource.username", database.role(),
            "quarkus.datasource.password", database.password()));
  }
}
