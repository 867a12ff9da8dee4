package fr.liaison.directory.lifecycle;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Table {@code suspension}, and what it makes of the entry in {@code practitioner}. */
@ApplicationScoped
class Suspensions {
  private final Revisions revisions;

  Suspensions(Revisions revisions) {
    this.revisions = revisions;
  }

  /**
   * The status of a person, held until the transaction ends; empty for nobody and for programs.
   * Strong enough to make a first login wait that would bind an account to the person meanwhile.
   */
  Optional<String> holdStatus(Transaction transaction, PractitionerId id) {
    return transaction.first(
        row -> row.getString(0),
        """
        select case when suspended_at is null then status else 'suspended' end
        from practitioner p where id = $1
          and not exists (select from software w where w.practitioner_id = p.id)
        for update
        """,
        id.value());
  }

  /** Somebody departed stays so. */
  void suspend(
      Transaction transaction,
      PractitionerId id,
      Decision decision,
      String accountId,
      OffsetDateTime now) {
    revisions.writing(transaction);
    transaction.update(
        """
        update practitioner set suspended_at = $2, revision = nextval('practitioner_revision'),
          status = case status when 'departed' then status else 'suspended' end
        where id = $1
        """,
        id.value(),
        now);
    transaction.update(
        """
        insert into suspension (practitioner_id, reason, note, suspended_at, suspended_by)
        values ($1, $2, $3, $4, $5)
        """,
        id.value(),
        decision.reason().name(),
        decision.note(),
        now,
        accountId);
  }

  /** Answers whether the person takes part again, which somebody departed does not. */
  boolean lift(Transaction transaction, PractitionerId id, String accountId, OffsetDateTime now) {
    revisions.writing(transaction);
    transaction.update(
        """
        update suspension set lifted_at = $2, lifted_by = $3
        where practitioner_id = $1 and lifted_at is null
        """,
        id.value(),
        now,
        accountId);
    return transaction
        .first(
            row -> row.getString(0),
            """
            update practitioner set suspended_at = null, revision = nextval('practitioner_revision'),
              status = case status when 'departed' then status else 'active' end
            where id = $1 returning status
            """,
            id.value())
        .filter("active"::equals)
        .isPresent();
  }
}
