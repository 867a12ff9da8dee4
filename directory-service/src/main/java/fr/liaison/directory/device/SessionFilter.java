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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Notes in which login session each device is used, so that the session ends with the device.
 * Writes when that changes only; a database that does not answer is asked again by the next
 * request.
 */
@Provider
@Priority(Priorities.USER)
class SessionFilter implements ContainerRequestFilter {
  private static final int MOST = 50_000;

  private final CurrentCaller current;
  private final Devices devices;
  private final Database database;
  private final ConcurrentMap<UUID, Use> noted = new ConcurrentHashMap<>();

  SessionFilter(CurrentCaller current, Devices devices, Database database) {
    this.current = current;
    this.devices = devices;
    this.database = database;
  }

  /** Of whom it was noted too, as anybody may name a device. */
  private record Use(String accountId, String session) {}

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Caller> caller = current.find();
    if (caller.isPresent() && caller.get().claimedDevice().isPresent()) {
      UUID device = caller.get().claimedDevice().get();
      caller.get().session().ifPresent(session -> note(caller.get(), device, session));
    }
  }

  private void note(Caller caller, UUID device, String session) {
    Use use = new Use(caller.accountId(), session);
    if (use.equals(noted.get(device))) {
      return;
    }
    try {
      database.run(transaction -> devices.usedIn(transaction, device, caller.accountId(), session));
    } catch (DatabaseUnavailable away) {
      return;
    }
    if (noted.size() >= MOST) {
      noted.clear();
    }
    noted.put(device, use);
  }
}
