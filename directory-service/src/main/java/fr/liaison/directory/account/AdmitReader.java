package fr.liaison.directory.account;

import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Lets people read the directory: practitioners only while the register lists them, programs while
 * a structure answers for them, other staff by their role alone, which the resource has checked.
 */
@ApplicationScoped
public class AdmitReader {
  private final IdentifyPractitioner identifyPractitioner;
  private final Database database;

  AdmitReader(IdentifyPractitioner identifyPractitioner, Database database) {
    this.identifyPractitioner = identifyPractitioner;
    this.database = database;
  }

  /** Answers the caller's own card; empty for staff, who have none. */
  public Optional<Practitioner> admit(Transaction transaction, Caller caller) {
    if (caller.hasRole(Role.PRACTITIONER) || caller.hasRole(Role.SOFTWARE)) {
      return Optional.of(identifyPractitioner.require(transaction, caller));
    }
    return Optional.empty();
  }

  /** The same for those who read without a transaction: only the first time ever needs one. */
  public Optional<Practitioner> admit(Caller caller) {
    if (!caller.hasRole(Role.PRACTITIONER) && !caller.hasRole(Role.SOFTWARE)) {
      return Optional.empty();
    }
    IdentifyPractitioner.Known known =
        database.read(statements -> identifyPractitioner.known(statements, caller));
    return known.bound()
        ? Optional.of(known.practitioner())
        : database.inTransaction(transaction -> admit(transaction, caller));
  }
}
