package fr.liaison.directory.software;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Programs whose structure has nobody left who could answer for them. */
@ApplicationScoped
public class OrphanedSoftware {
  /**
   * Marks them as departed; answers which. What follows from it is the caller's.
   *
   * @param lastListed the last day on which the structure still had somebody
   */
  public List<UUID> depart(Transaction transaction, LocalDate lastListed, OffsetDateTime now) {
    return transaction.rows(
        row -> row.getUUID(0),
        """
        update practitioner p set status = 'departed', last_listed = $1, departed_at = $2,
          revision = nextval('practitioner_revision')
        from software w
        where w.practitioner_id = p.id and p.status = 'active' and not exists (
          select from situation t join practitioner person on person.id = t.practitioner_id
          where t.structure_id = w.structure_id and person.source = 'register'
            and person.status = 'active')
        returning p.id
        """,
        lastListed,
        now);
  }
}
