package fr.liaison.directory.search.index;

import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reads the structures that follow from where active people practise: there is no other list of
 * them.
 */
@ApplicationScoped
public class IndexedStructures {
  /** Those of these structures where anybody practises, in no order. */
  public List<FoundStructure> of(Transaction transaction, List<String> ids) {
    return transaction.rows(
        IndexedStructures::structure,
        """
        select t.structure_id, mode() within group (order by t.structure_name),
          mode() within group (order by t.postal_code), mode() within group (order by t.town),
          mode() within group (order by t.sector), count(distinct p.id)::int
        from situation t join practitioner p on p.id = t.practitioner_id and p.status = 'active'
          and not exists (select from software w where w.practitioner_id = p.id)
        where t.structure_id = any($1) group by t.structure_id
        """,
        (Object) ids.toArray(String[]::new));
  }

  /** The first identifiers above one, whoever practises there. */
  List<String> idsAbove(Transaction transaction, String id, int most) {
    return transaction.rows(
        row -> row.getString(0),
        """
        select distinct structure_id from situation where structure_id > $1
        order by structure_id limit $2
        """,
        id,
        most);
  }

  private static FoundStructure structure(Row row) {
    return new FoundStructure(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInteger(5));
  }
}
