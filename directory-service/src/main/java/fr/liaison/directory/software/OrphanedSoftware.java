package fr.liaison.directory.software;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Programs whose structure is given up: it has nobody left who could answer for them. */
@ApplicationScoped
public class OrphanedSoftware {
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
        from software w join lost_structure l on l.structure_id = w.structure_id
        where w.practitioner_id = p.id and p.status <> 'departed'
          and l.structure_id = any($1)
        returning p.id
        """,
        structures.toArray(String[]::new),
        now);
  }
}
