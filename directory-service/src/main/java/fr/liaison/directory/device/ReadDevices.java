package fr.liaison.directory.device;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists the caller's own devices, or the active ones of somebody the caller may write to. */
@ApplicationScoped
public class ReadDevices {
  private final IdentifyPractitioner identifyPractitioner;
  private final Practitioners practitioners;
  private final Devices devices;
  private final Database database;
  private final AuditTrail audit;

  ReadDevices(
      IdentifyPractitioner identifyPractitioner,
      Practitioners practitioners,
      Devices devices,
      Database database,
      AuditTrail audit) {
    this.identifyPractitioner = identifyPractitioner;
    this.practitioners = practitioners;
    this.devices = devices;
    this.database = database;
    this.audit = audit;
  }

  List<Device> own(Caller caller) {
    return database.inTransaction(
        transaction -> {
          audit.record(transaction, Act.of("device.list").by(caller));
          return devices.ofAccount(transaction, caller.accountId());
        });
  }

  List<PeerDevice> of(Caller caller, PractitionerId practitioner) {
    return database.inTransaction(
        transaction -> {
          identifyPractitioner.require(transaction, caller);
          if (practitioners.find(transaction, practitioner).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND);
          }
          audit.record(
              transaction,
              Act.of("device.list").by(caller).on("practitioner", practitioner.value()));
          return devices.activeOf(transaction, practitioner);
        });
  }
}
