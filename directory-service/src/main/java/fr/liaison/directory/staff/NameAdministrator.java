package fr.liaison.directory.staff;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.delegation.EndedDelegations;
import fr.liaison.directory.device.FreshLogin;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.software.Softwares;
import fr.liaison.directory.software.StructureIdentifier;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Says who may invite for a structure that the register knows. Again is no error. */
@ApplicationScoped
public class NameAdministrator {
  private final FreshLogin freshLogin;
  private final Administrators administrators;
  private final Invitations invitations;
  private final EndedDelegations delegations;
  private final Softwares softwares;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  NameAdministrator(
      FreshLogin freshLogin,
      Administrators administrators,
      Invitations invitations,
      EndedDelegations delegations,
      Softwares softwares,
      Database database,
      AuditTrail audit) {
    this.freshLogin = freshLogin;
    this.administrators = administrators;
    this.invitations = invitations;
    this.delegations = delegations;
    this.softwares = softwares;
    this.database = database;
    this.audit = audit;
  }

  void name(Caller caller, String structureId, PractitionerId person) {
    freshLogin.require(caller);
    StructureIdentifier structure = structure(structureId);
    database.run(
        transaction -> {
          boolean known = softwares.placeOf(transaction, structure).isPresent();
          if (!known
              || !administrators.name(transaction, structure, person, caller.accountId(), now())) {
            throw Problem.of(ProblemType.NOT_FOUND);
          }
          audit.record(transaction, act("structure-administrator.name", caller, structure, person));
        });
  }

  void dismiss(Caller caller, String structureId, PractitionerId person) {
    freshLogin.require(caller);
    StructureIdentifier structure = structure(structureId);
    database.run(
        transaction -> {
          administrators.dismiss(transaction, structure, person);
          // In the order in which a departure takes them, or each would wait for the other.
          delegations.withdraw(transaction, person, structure.value(), now());
          invitations.withdrawFor(transaction, structure, person, now());
          audit.record(
              transaction, act("structure-administrator.dismiss", caller, structure, person));
        });
  }

  Administrator.Listing list(Caller caller, String structureId) {
    StructureIdentifier structure = structure(structureId);
    return database.inTransaction(
        transaction -> {
          audit.record(
              transaction,
              Act.of("structure-administrator.list").by(caller).on("structure", structure.value()));
          return new Administrator.Listing(
              administrators.of(transaction, structure),
              softwares
                  .placeOf(transaction, structure)
                  .map(place -> AdministeredStructure.of(structure, place))
                  .orElse(null));
        });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Act act(
      String action, Caller caller, StructureIdentifier structure, PractitionerId person) {
    return Act.of(action)
        .by(caller)
        .on("practitioner", person.value())
        .with("structure", structure.value());
  }

  private static StructureIdentifier structure(String text) {
    return StructureIdentifier.of(text).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
