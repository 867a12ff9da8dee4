package fr.liaison.directory.staff;

import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.software.Softwares;
import fr.liaison.directory.software.StructureIdentifier;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the caller which structures they may invite for; mostly none. */
@ApplicationScoped
public class ListAdministered {
  private final IdentifyPractitioner identifyPractitioner;
  private final Administrators administrators;
  private final Softwares softwares;
  private final Database database;
  private final AuditTrail audit;

  ListAdministered(
      IdentifyPractitioner identifyPractitioner,
      Administrators administrators,
      Softwares softwares,
      Database database,
      AuditTrail audit) {
    this.identifyPractitioner = identifyPractitioner;
    this.administrators = administrators;
    this.softwares = softwares;
    this.database = database;
    this.audit = audit;
  }

  AdministeredStructure.Listing list(Caller caller) {
    return database.inTransaction(
        transaction -> {
          PractitionerId id =
              new PractitionerId(identifyPractitioner.require(transaction, caller).id());
          audit.record(transaction, Act.of("structure-administrator.read-own").by(caller));
          return new AdministeredStructure.Listing(
              administrators.structuresOf(transaction, id).stream()
                  .map(structure -> described(transaction, structure))
                  .toList());
        });
  }

  private AdministeredStructure described(Transaction transaction, StructureIdentifier structure) {
    return softwares
        .placeOf(transaction, structure)
        .map(place -> AdministeredStructure.of(structure, place))
        .orElseGet(() -> new AdministeredStructure(structure.value(), null, null, null));
  }
}
