package fr.liaison.directory.device;

import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes in which login sessions devices are used, once for each. A database that does not answer is
 * asked again by the next request.
 */
@Provider
@Priority(Priorities.USER)
class SessionFilter implements ContainerRequestFilter {
  private static final int MOST = 50_000;

  private final CurrentCaller current;
  private final DeviceSessions sessions;
  private final Database database;
  private final Clock clock = Clock.systemUTC();
  private final Set<Use> noted = ConcurrentHashMap.newKeySet();

  SessionFilter(CurrentCaller current, DeviceSessions sessions, Database database) {
    this.current = current;
    this.sessions = sessions;
    this.database = database;
  }

  private record Use(String accountId, UUID device, String session) {}

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Caller> found = current.find();
    if (found.isEmpty()) {
      return;
    }
    Caller caller = found.get();
    UUID device = caller.deviceOrNull();
    String session = caller.sessionOrNull();
    if (device != null && session != null) {
      note(caller, new Use(caller.accountId(), device, session));
    }
  }

  private void note(Caller caller, Use use) {
    if (noted.contains(use)) {
      return;
    }
    try {
      OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
      database.run(transaction -> sessions.note(transaction, use.device(), caller, now));
    } catch (DatabaseUnavailable away) {
      return;
    }
    if (noted.size() >= MOST) {
      noted.clear();
    }
    noted.add(use);
  }
}
