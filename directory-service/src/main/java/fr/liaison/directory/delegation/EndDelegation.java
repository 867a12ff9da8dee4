package fr.liaison.directory.delegation;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The no of whoever is asked, the withdrawal of whoever asked, and the end of what was agreed, at
 * any time and by either. Again is no error; to others it does not exist.
 */
@ApplicationScoped
public class EndDelegation {
  private final IdentifyPractitioner identifyPractitioner;
  private final Delegations delegations;
  private final Database database;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  EndDelegation(
      IdentifyPractitioner identifyPractitioner,
      Delegations delegations,
      Database database,
      Outbox outbox,
      AuditTrail audit) {
    this.identifyPractitioner = identifyPractitioner;
    this.delegations = delegations;
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
  }

  void end(Caller caller, DelegationId id) {
    try {
      database.run(transaction -> end(transaction, caller, id));
    } catch (Problem problem) {
      if (!problem.refusesAccess()) {
        audit.recordAlone(act(caller, id).with("problem", problem.type().code()).refused());
      }
      throw problem;
    }
  }

  private void end(Transaction transaction, Caller caller, DelegationId id) {
    PractitionerId own = new PractitionerId(identifyPractitioner.require(transaction, caller).id());
    Held held =
        delegations
            .findLocked(transaction, id)
            .filter(one -> mayEnd(transaction, one, own))
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    if (held.state() == Held.Stored.ended) {
      return;
    }
    Delegation.EndReason reason = reason(held, own);
    delegations.end(transaction, id, reason, clock.instant().atOffset(ZoneOffset.UTC));
    if (held.state() == Held.Stored.accepted) {
      outbox.append(transaction, held.over());
    }
    audit.record(
        transaction,
        act(caller, id)
            .on("practitioner", held.replaced())
            .with("locum", held.locum())
            .with("reason", reason));
  }

  /** An administrator only while they are one, of the structure in whose name they asked. */
  private boolean mayEnd(Transaction transaction, Held held, PractitionerId own) {
    if (held.isBetween(own)) {
      return true;
    }
    String structure = held.structureId();
    return structure != null
        && delegations.administers(
            transaction, own, structure, new PractitionerId(held.replaced()));
  }

  private static Delegation.EndReason reason(Held held, PractitionerId own) {
    if (held.state() == Held.Stored.accepted) {
      return Delegation.EndReason.ended;
    }
    return held.isAskedOf(own) ? Delegation.EndReason.declined : Delegation.EndReason.withdrawn;
  }

  private static Act act(Caller caller, DelegationId id) {
    return Act.of("delegation.end").by(caller).with("delegation", id);
  }
}
