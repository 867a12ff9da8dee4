package fr.liaison.directory.staff;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.software.StructureIdentifier;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets somebody act for a structure: active, and named as its administrator here. Whether the
 * structure exists is not told to anybody else.
 */
@ApplicationScoped
class RequireAdministrator {
  private final IdentifyPractitioner identifyPractitioner;
  private final Administrators administrators;

  RequireAdministrator(IdentifyPractitioner identifyPractitioner, Administrators administrators) {
    this.identifyPractitioner = identifyPractitioner;
    this.administrators = administrators;
  }

  /** A structure and its administrator, who is calling. */
  record Authority(StructureIdentifier structure, PractitionerId administrator) {}

  /** Throws {@code forbidden}; holds the administrators until the transaction ends. */
  Authority require(Transaction transaction, Caller caller, String structureId) {
    PractitionerId id = new PractitionerId(identifyPractitioner.require(transaction, caller).id());
    return StructureIdentifier.of(structureId)
        .filter(structure -> administrators.holdIsOne(transaction, structure, id))
        .map(structure -> new Authority(structure, id))
        .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
  }
}
