package fr.liaison.directory.lifecycle;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.device.DeviceId;
import fr.liaison.directory.device.FreshLogin;
import fr.liaison.directory.device.RevokeDevice;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Takes one device from a person who cannot do it, as if its owner had; the account and the other
 * devices go on. Again is no error; a device of somebody else does not exist here, and the attempt
 * is audited. Waits for no import.
 */
@ApplicationScoped
public class RevokeLostDevice {
  /** Why is the audit trail's business alone. */
  private static final String BY_THE_PLATFORM = "platform";

  private final FreshLogin freshLogin;
  private final People people;
  private final RevokeDevice revokeDevice;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  RevokeLostDevice(
      FreshLogin freshLogin,
      People people,
      RevokeDevice revokeDevice,
      Database database,
      AuditTrail audit) {
    this.freshLogin = freshLogin;
    this.people = people;
    this.revokeDevice = revokeDevice;
    this.database = database;
    this.audit = audit;
  }

  void revoke(Caller caller, PractitionerId owner, DeviceId device, @Nullable String reason) {
    freshLogin.require(caller);
    Act act =
        Act.of("device.revoke")
            .by(caller)
            .on("device", device.value())
            .with("practitioner", owner.value())
            .with("reason", RevocationReason.of(reason));
    boolean held =
        database.inTransaction(
            transaction -> {
              boolean revoked = revoke(transaction, owner, device);
              audit.record(transaction, revoked ? act : act.refused());
              return revoked;
            });
    if (!held) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }

  private boolean revoke(Transaction transaction, PractitionerId owner, DeviceId device) {
    return people.has(transaction, owner)
        && revokeDevice.of(
            transaction, owner, device, BY_THE_PLATFORM, clock.instant().atOffset(ZoneOffset.UTC));
  }
}
