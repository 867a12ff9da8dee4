package fr.liaison.directory.delegation;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets people arrange their own replacement, and the administrator of a FINESS structure that of
 * people who practise there. Everything else is {@code forbidden}, so that nothing is told of who
 * practises where.
 */
@ApplicationScoped
class RequireAuthority {
  private final IdentifyPractitioner identifyPractitioner;
  private final Practitioners practitioners;
  private final Delegations delegations;

  RequireAuthority(
      IdentifyPractitioner identifyPractitioner,
      Practitioners practitioners,
      Delegations delegations) {
    this.identifyPractitioner = identifyPractitioner;
    this.practitioners = practitioners;
    this.delegations = delegations;
  }

  Authority over(
      Transaction transaction,
      Caller caller,
      @Nullable UUID replacedId,
      @Nullable String structureId) {
    Practitioner own = identifyPractitioner.require(transaction, caller);
    if (structureId == null && (replacedId == null || replacedId.equals(own.id()))) {
      return new Authority(own, own, null);
    }
    if (replacedId == null || structureId == null) {
      throw Problem.field("structureId", "goes together with replacedId");
    }
    PractitionerId replaced = new PractitionerId(replacedId);
    if (!delegations.administers(
        transaction, new PractitionerId(own.id()), structureId, replaced)) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
    return new Authority(
        own,
        practitioners
            .find(transaction, replaced)
            .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN)),
        structureId);
  }
}
