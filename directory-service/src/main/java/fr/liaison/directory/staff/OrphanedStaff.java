package fr.liaison.directory.staff;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Invited people whose structure is given up: it has nobody of the register left who could answer
 * for them.
 */
@ApplicationScoped
public class OrphanedStaff {
  /**
   * Marks them as departed; answers which. What follows from it is the caller's.
   *
   * @param structures those that are given up
   */
  public List<UUID> depart(Transaction transaction, List<String> structures, OffsetDateTime now) {
    return transaction.rows(
        row -> row.getUUID(0),
        """
        update practitioner p set status = 'departed', last_listed = l.last_listed,
          departed_at = $2,
          revision = nextval('practitioner_revision')
        from invited_person i join lost_structure l on l.structure_id = i.structure_id
        where i.practitioner_id = p.id and p.status <> 'departed'
          and l.structure_id = any($1)
        returning p.id
        """,
        structures.toArray(String[]::new),
        now);
  }
}
