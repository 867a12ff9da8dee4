package fr.liaison.directory.device;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Gives one of the caller's active devices another name, which nobody but the owner and
 * administrators see. Somebody else's device does not exist for the caller.
 */
@ApplicationScoped
public class RenameDevice {
  private final IdentifyPractitioner identifyPractitioner;
  private final Devices devices;
  private final Database database;
  private final AuditTrail audit;

  RenameDevice(
      IdentifyPractitioner identifyPractitioner,
      Devices devices,
      Database database,
      AuditTrail audit) {
    this.identifyPractitioner = identifyPractitioner;
    this.devices = devices;
    this.database = database;
    this.audit = audit;
  }

  Device rename(Caller caller, DeviceId id, @Nullable NameRequest request) {
    Act act = Act.of("device.rename").by(caller).on("device", id.value());
    try {
      return database.inTransaction(
          transaction -> {
            Device renamed = rename(transaction, caller, id, request);
            audit.record(transaction, act);
            return renamed;
          });
    } catch (Problem problem) {
      if (!problem.refusesAccess()) {
        audit.recordAlone(act.with("problem", problem.type().code()).refused());
      }
      throw problem;
    }
  }

  private Device rename(
      Transaction transaction, Caller caller, DeviceId id, @Nullable NameRequest request) {
    identifyPractitioner.require(transaction, caller);
    String name = Enrolment.name(request == null ? null : request.name());
    Device device =
        devices
            .findLocked(transaction, id, caller.accountId())
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    if (device.status() == Device.Status.revoked) {
      throw Problem.of(ProblemType.DEVICE_REVOKED);
    }
    return devices.rename(transaction, id, name);
  }
}
