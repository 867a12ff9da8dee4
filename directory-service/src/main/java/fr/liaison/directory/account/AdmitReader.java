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
    return isListed(caller)
        ? Optional.of(identifyPractitioner.require(transaction, caller))
        : Optional.empty();
  }

  /** What somebody admitted reads; gets the caller's own card, empty for staff. */
  public interface Reading<T> {
    T by(Transaction statements, Optional<Practitioner> reader);
  }

  /** Admits and reads without a transaction: only the first time ever needs one. */
  public <T> T read(Caller caller, Reading<T> reading) {
    if (!isListed(caller)) {
      return database.read(statements -> reading.by(statements, Optional.empty()));
    }
    return database
        .read(statements -> readBound(statements, caller, reading))
        .orElseGet(
            () -> {
              Optional<Practitioner> reader =
                  database.inTransaction(transaction -> admit(transaction, caller));
              return database.read(statements -> reading.by(statements, reader));
            });
  }

  private <T> Optional<T> readBound(Transaction statements, Caller caller, Reading<T> reading) {
    IdentifyPractitioner.Known known = identifyPractitioner.known(statements, caller);
    return known.bound()
        ? Optional.of(reading.by(statements, Optional.of(known.practitioner())))
        : Optional.empty();
  }

  private static boolean isListed(Caller caller) {
    return caller.hasRole(Role.PRACTITIONER) || caller.hasRole(Role.SOFTWARE);
  }
}
