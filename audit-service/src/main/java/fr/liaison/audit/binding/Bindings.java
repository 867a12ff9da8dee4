package fr.liaison.audit.binding;

import fr.liaison.audit.proof.Place;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Reads which entries are of a device or a person; newest first, below an index. Which are, the
 * database notes when they are appended.
 */
@ApplicationScoped
class Bindings {

  /** The newest entries, and the newest revocation however many came after it. */
  List<Place> ofDevice(Transaction transaction, UUID device, long below, int most) {
    return transaction.rows(
        Place::of,
        "select "
            + Place.COLUMNS
            + """
             from leaf left join act on act.index = leaf.index where leaf.index in (
              (select index from device_binding where device_id = $1 and index < $2
               order by index desc limit $3)
              union
              (select index from device_binding where device_id = $1 and index < $2 and revoked
               order by index desc limit 1))
            order by leaf.index desc
            """,
        device,
        below,
        most);
  }

  /**
   * Also devices that carry the person's national id under another directory entry: such a one is
   * what the owner must not miss.
   */
  List<Place> ofPractitioner(Transaction transaction, UUID practitioner, long below, int most) {
    return transaction.rows(
        Place::of,
        "select "
            + Place.COLUMNS
            + """
             from leaf left join act on act.index = leaf.index where leaf.index in (
              select index from device_binding
              where device_id in (
                  select device_id from device_binding where practitioner_id = $1
                  union
                  select device_id from device_binding where national_id in (
                    select national_id from device_binding where practitioner_id = $1))
                and index < $2
              order by index desc limit $3)
            order by leaf.index desc
            """,
        practitioner,
        below,
        most);
  }
}
