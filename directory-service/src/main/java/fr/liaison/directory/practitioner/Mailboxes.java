package fr.liaison.directory.practitioner;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the MSSanté mailboxes that the last import of them listed. */
@ApplicationScoped
public class Mailboxes {
  private static final int MOST = 50;

  /** Those of the person with this national id, by address; bounded. */
  public List<Practitioner.Mailbox> of(Transaction transaction, String nationalId) {
    return transaction.rows(
        row ->
            new Practitioner.Mailbox(
                row.getString("address"),
                row.getString("structure_name"),
                row.getBoolean("paperless")),
        """
        select address, structure_name, paperless from mailbox
        where owner = $1 and kind = 'PER' order by address limit $2
        """,
        nationalId,
        MOST);
  }

  /** Whether the list has one of this person. */
  public boolean has(Transaction transaction, String nationalId) {
    return !transaction
        .rows(
            row -> row.getInteger(0),
            "select 1 from mailbox where owner = $1 and kind = 'PER' limit 1",
            nationalId)
        .isEmpty();
  }
}
