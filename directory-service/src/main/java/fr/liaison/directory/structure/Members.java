package fr.liaison.directory.structure;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Standing;
import fr.liaison.directory.search.index.FoundProfession;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who practises at a structure; active people only, no programs. */
@ApplicationScoped
public class Members {
  /** The first by name, or those behind somebody; at most so many. */
  List<UUID> of(
      Transaction transaction, StructureId structure, @Nullable PractitionerId after, int most) {
    String select =
        """
        select p.id from practitioner p
        where p.status = 'active'
          and not exists (select from software w where w.practitioner_id = p.id)
          and p.id in (
            select t.practitioner_id from situation t where t.structure_id = $1)
        """;
    String order = " order by p.family_name, p.given_name, p.id limit $2";
    return after == null
        ? transaction.rows(row -> row.getUUID(0), select + order, structure.value(), most)
        : transaction.rows(
            row -> row.getUUID(0),
            select
                + """
                  and (p.family_name, p.given_name, p.id) >
                    (select a.family_name, a.given_name, a.id from practitioner a where a.id = $3)
                """
                + order,
            structure.value(),
            most,
            after.value());
  }

  /** The most frequent first; who is no professional of the register is counted apart. */
  List<FoundProfession> professions(Transaction transaction, StructureId structure) {
    return transaction.rows(
        row ->
            FoundProfession.of(
                row.getString(0),
                row.getString(1),
                row.getInteger(2),
                Standing.of(row.getString(3))),
        """
        select p.profession_code, min(p.profession), count(*)::int, %s as standing
        from practitioner p
        where p.status = 'active'
          and not exists (select from software w where w.practitioner_id = p.id)
          and p.id in (
            select t.practitioner_id from situation t where t.structure_id = $1)
        group by p.profession_code, standing order by 3 desc, 4 nulls first, 2, 1
        """
            .formatted(Standing.sql("p")),
        structure.value());
  }
}
