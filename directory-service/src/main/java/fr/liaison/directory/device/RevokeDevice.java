package fr.liaison.directory.device;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Revokes one of the caller's devices and ends the session it was used in, unless the caller asks
 * in that one; again is no error. Somebody else's device does not exist for the caller; the attempt
 * is audited.
 */
@ApplicationScoped
public class RevokeDevice {
  private final Devices devices;
  private final Database database;
  private final Outbox outbox;
  private final DeviceBindings bindings;
  private final DeviceSessions sessions;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  RevokeDevice(
      Devices devices,
      Database database,
      Outbox outbox,
      DeviceBindings bindings,
      DeviceSessions sessions,
      AuditTrail audit) {
    this.devices = devices;
    this.database = database;
    this.outbox = outbox;
    this.bindings = bindings;
    this.sessions = sessions;
    this.audit = audit;
  }

  void revoke(Caller caller, DeviceId device) {
    Act act = Act.of("device.revoke").by(caller).on("device", device.value());
    boolean own =
        database.inTransaction(
            transaction -> {
              if (!devices.isOf(transaction, device, caller.accountId())) {
                audit.record(transaction, act.refused());
                return false;
              }
              OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
              revoke(transaction, device, "owner", caller.sessionOrNull(), now);
              audit.record(transaction, act);
              return true;
            });
    if (!own) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }

  /** For those who may take it from its owner; answers false when the person has no such device. */
  public boolean of(
      Transaction transaction,
      PractitionerId owner,
      DeviceId device,
      String reason,
      OffsetDateTime now) {
    boolean own = devices.isHeldBy(transaction, device, owner);
    if (own) {
      revoke(transaction, device, reason, null, now);
    }
    return own;
  }

  private void revoke(
      Transaction transaction,
      DeviceId device,
      String reason,
      @Nullable String keptSession,
      OffsetDateTime now) {
    List<DeviceRevoked> revoked = devices.revoke(transaction, device, reason, now);
    outbox.appendAll(transaction, revoked);
    outbox.appendAll(transaction, revoked.stream().map(bindings::revoked).toList());
    sessions.end(transaction, revoked, keptSession, now);
  }
}
