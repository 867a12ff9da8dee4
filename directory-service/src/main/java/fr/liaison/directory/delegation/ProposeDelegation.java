package fr.liaison.directory.delegation;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import fr.liaison.directory.practitioner.Replacements;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks somebody to stand in. Nobody else sees it before they accepted. Two proposals at once for
 * the same days: the one that waited is refused. Every refusal is audited.
 */
@ApplicationScoped
public class ProposeDelegation {
  private final RequireAuthority requireAuthority;
  private final Delegations delegations;
  private final DelegationConfig config;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  ProposeDelegation(
      RequireAuthority requireAuthority,
      Delegations delegations,
      DelegationConfig config,
      Database database,
      AuditTrail audit) {
    this.requireAuthority = requireAuthority;
    this.delegations = delegations;
    this.config = config;
    this.database = database;
    this.audit = audit;
  }

  Delegation propose(Caller caller, @Nullable ProposalRequest request) {
    try {
      return database.inTransaction(transaction -> propose(transaction, caller, request));
    } catch (Problem problem) {
      if (!problem.refusesAccess()) {
        audit.recordAlone(
            Act.of("delegation.propose")
                .by(caller)
                .with("problem", problem.type().code())
                .refused());
      }
      throw problem;
    }
  }

  private Delegation propose(
      Transaction transaction, Caller caller, @Nullable ProposalRequest request) {
    Authority authority =
        request == null
            ? requireAuthority.over(transaction, caller, null, null)
            : requireAuthority.over(
                transaction, caller, request.replacedId(), request.structureId());
    if (request == null) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    if (authority.replaced().category() == ProfessionalCategory.student) {
      throw Problem.field("replacedId", "is in training: nobody stands in for a student");
    }
    if (request.locumId() == null) {
      throw Problem.field("locumId", "is missing");
    }
    PractitionerId locum = new PractitionerId(request.locumId());
    LocalDate today = LocalDate.now(clock.withZone(Replacements.ZONE));
    Term term = Term.of(request.startsOn(), request.endsOn(), today, config);
    delegations.hold(transaction, authority.replaced().id(), locum.value());
    if (locum.equals(authority.replacedId())
        || !delegations.canStandIn(transaction, locum, authority.replaced().professionCode())) {
      throw Problem.field("locumId", "must be an active person of the same profession");
    }
    DelegationId id = DelegationId.next();
    Delegations.Load load = delegations.load(transaction, authority, locum, today);
    if (load.open() >= config.mostOpen()
        || load.proposals() >= config.mostProposals()
        || load.today() >= config.mostADay()) {
      throw Obstacle.tooMany.problem();
    }
    delegations
        .obstacle(transaction, id, authority.replaced().id(), locum.value(), term)
        .ifPresent(
            obstacle -> {
              throw obstacle.problem();
            });
    delegations.add(
        transaction,
        id,
        authority,
        locum,
        term,
        clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    audit.record(transaction, act(caller, authority, id, locum));
    return delegations.read(transaction, id, today).orElseThrow();
  }

  private static Act act(
      Caller caller, Authority authority, DelegationId id, PractitionerId locum) {
    Act act =
        Act.of("delegation.propose")
            .by(caller)
            .on("practitioner", authority.replaced().id())
            .with("delegation", id)
            .with("locum", locum.value());
    String structure = authority.structureId();
    return structure == null ? act : act.with("structure", structure);
  }
}
