package fr.liaison.directory.search.place;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads where people practise: cards do not show the INSEE code, which distances go by. */
@ApplicationScoped
public class PlacesOfWork {
  /** All places of these people; each person's in the order of the card. */
  public List<PlaceOfWork> of(Transaction transaction, List<UUID> people) {
    return transaction.rows(
        row -> new PlaceOfWork(row.getUUID(0), row.getString(1), row.getString(2)),
        """
        select practitioner_id, commune, postal_code from situation
        where practitioner_id = any($1) order by practitioner_id, position
        """,
        (Object) people.toArray(UUID[]::new));
  }
}
