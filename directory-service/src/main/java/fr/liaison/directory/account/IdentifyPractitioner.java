package fr.liaison.directory.account;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The practitioner a caller acts for, bound to the account on first use. Fails closed: no national
 * id, one the register does not list, one bound to another account, one that departed or one that
 * is suspended is refused.
 */
@ApplicationScoped
public class IdentifyPractitioner {
  private final Accounts accounts;
  private final Practitioners practitioners;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  IdentifyPractitioner(Accounts accounts, Practitioners practitioners, AuditTrail audit) {
    this.accounts = accounts;
    this.practitioners = practitioners;
    this.audit = audit;
  }

  public Practitioner require(Transaction transaction, Caller caller) {
    Known known = known(transaction, caller);
    if (!known.bound()) {
      bind(transaction, caller, new PractitionerId(known.practitioner().id()));
    }
    return known.practitioner();
  }

  /** Whom a caller may act for, and whether the account has done so before. */
  record Known(Practitioner practitioner, boolean bound) {}

  /** The same refusals; binds nobody, so that reading is enough. */
  Known known(Transaction transaction, Caller caller) {
    Practitioner practitioner =
        find(transaction, caller).orElseThrow(() -> Problem.of(ProblemType.NOT_REGISTERED));
    if (practitioner.hasDeparted()) {
      throw Problem.of(ProblemType.REGISTRATION_ENDED);
    }
    PractitionerId id = new PractitionerId(practitioner.id());
    Accounts.Standing standing = accounts.standing(transaction, id, caller.accountId());
    if (standing.suspended()) {
      throw Problem.of(ProblemType.REGISTRATION_ENDED, "Suspended; ask the platform's operator");
    }
    Optional<PractitionerId> bound = standing.bound();
    if (bound.isPresent() && !bound.get().equals(id)) {
      throw Problem.of(ProblemType.ACCOUNT_BOUND);
    }
    return new Known(practitioner, bound.isPresent());
  }

  /** A program is known by the client its token was issued to, whatever else that may carry. */
  private Optional<Practitioner> find(Transaction transaction, Caller caller) {
    if (caller.hasRole(Role.SOFTWARE)) {
      return caller.clientId().flatMap(client -> practitioners.findProgram(transaction, client));
    }
    return caller
        .nationalId()
        .flatMap(NationalId::parse)
        .flatMap(id -> practitioners.findPerson(transaction, id));
  }

  /** Of two first calls at once, the one that waited finds itself bound or refused. */
  private void bind(Transaction transaction, Caller caller, PractitionerId id) {
    if (!accounts.holdActive(transaction, id)) {
      throw Problem.of(ProblemType.REGISTRATION_ENDED);
    }
    if (accounts.bind(
        transaction, caller.accountId(), id, clock.instant().atOffset(ZoneOffset.UTC))) {
      audit.record(transaction, Act.of("account.bind").by(caller).on("practitioner", id.value()));
    } else if (!accounts.practitionerOf(transaction, caller.accountId()).equals(Optional.of(id))) {
      throw Problem.of(ProblemType.ACCOUNT_BOUND);
    }
  }
}
