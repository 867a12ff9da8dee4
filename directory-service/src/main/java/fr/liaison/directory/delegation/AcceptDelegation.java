package fr.liaison.directory.delegation;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.directory.practitioner.Replacements;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/**
 * The locum's yes, which puts the delegation in force. Again is no error; to others than whoever is
 * asked it does not exist.
 */
@ApplicationScoped
public class AcceptDelegation {
  private final IdentifyPractitioner identifyPractitioner;
  private final Practitioners practitioners;
  private final Delegations delegations;
  private final Database database;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  AcceptDelegation(
      IdentifyPractitioner identifyPractitioner,
      Practitioners practitioners,
      Delegations delegations,
      Database database,
      Outbox outbox,
      AuditTrail audit) {
    this.identifyPractitioner = identifyPractitioner;
    this.practitioners = practitioners;
    this.delegations = delegations;
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
  }

  Delegation accept(Caller caller, DelegationId id) {
    try {
      return database.inTransaction(transaction -> accept(transaction, caller, id));
    } catch (Problem problem) {
      if (!problem.refusesAccess()) {
        audit.recordAlone(act(caller, id).with("problem", problem.type().code()).refused());
      }
      throw problem;
    }
  }

  private Delegation accept(Transaction transaction, Caller caller, DelegationId id) {
    PractitionerId own = new PractitionerId(identifyPractitioner.require(transaction, caller).id());
    LocalDate today = LocalDate.now(clock.withZone(Replacements.ZONE));
    delegations
        .find(transaction, id)
        .filter(one -> one.isAskedOf(own))
        .ifPresent(one -> delegations.hold(transaction, one.replaced(), one.locum()));
    Held held =
        delegations
            .findLocked(transaction, id)
            .filter(one -> one.isAskedOf(own))
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    if (held.stateOn(today) == Delegation.State.ended) {
      throw Problem.of(ProblemType.GONE);
    }
    if (held.state() == Held.Stored.proposed) {
      if (!isStillPossible(transaction, held)) {
        throw Problem.of(ProblemType.GONE);
      }
      delegations
          .obstacle(transaction, id, held.replaced(), held.locum(), held.term())
          .ifPresent(
              obstacle -> {
                throw obstacle.problem();
              });
      delegations.accept(transaction, id);
      outbox.append(transaction, held.begun());
      audit.record(
          transaction,
          act(caller, id).on("practitioner", held.replaced()).with("locum", held.locum()));
    }
    return delegations.read(transaction, id, today).orElseThrow();
  }

  /** What let somebody propose it has to hold when it comes into force, too. */
  private boolean isStillPossible(Transaction transaction, Held held) {
    PractitionerId replaced = new PractitionerId(held.replaced());
    String structure = held.structureId();
    boolean authorised =
        structure == null
            || delegations.administers(
                transaction, new PractitionerId(held.proposedBy()), structure, replaced);
    return authorised
        && practitioners
            .find(transaction, replaced)
            .filter(
                person ->
                    delegations.canStandIn(
                        transaction, new PractitionerId(held.locum()), person.professionCode()))
            .isPresent();
  }

  private static Act act(Caller caller, DelegationId id) {
    return Act.of("delegation.accept").by(caller).with("delegation", id);
  }
}
