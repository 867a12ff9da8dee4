package fr.liaison.directory.delegation;

import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Replacements;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Lists what the caller has a part in: replaced, asked, or asking for a structure. */
@ApplicationScoped
public class ReadDelegations {
  private static final int MOST = 50;

  private final IdentifyPractitioner identifyPractitioner;
  private final Delegations delegations;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  ReadDelegations(
      IdentifyPractitioner identifyPractitioner,
      Delegations delegations,
      Database database,
      AuditTrail audit) {
    this.identifyPractitioner = identifyPractitioner;
    this.delegations = delegations;
    this.database = database;
    this.audit = audit;
  }

  Delegation.Listing own(Caller caller) {
    return database.inTransaction(
        transaction -> {
          PractitionerId own =
              new PractitionerId(identifyPractitioner.require(transaction, caller).id());
          audit.record(transaction, Act.of("delegation.list").by(caller));
          LocalDate today = LocalDate.now(clock.withZone(Replacements.ZONE));
          return new Delegation.Listing(delegations.of(transaction, own, today, MOST));
        });
  }
}
