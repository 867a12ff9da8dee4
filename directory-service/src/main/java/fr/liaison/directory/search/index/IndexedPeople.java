package fr.liaison.directory.search.index;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;

/** Reads from the table what the index should hold. */
@ApplicationScoped
public class IndexedPeople {
  /** Which database this is; the same for all instances, another one in another deployment. */
  UUID database(Transaction transaction) {
    return transaction
        .first(row -> row.getUUID(0), "select id from directory_identity")
        .orElseThrow();
  }

  /** People with a revision above the one and not above the other, lowest first. */
  List<IndexedPerson> between(Transaction transaction, long above, long highest, int most) {
    List<Row> rows =
        transaction.rows(
            row -> row,
            """
            select id, revision, status = 'active' as active, family_name, given_name, civility,
              exercises,
              coalesce((select d.entries from skill_set d where d.practitioner_id = id), '{}')
                as skills,
              coalesce((select d.entries from qualification_set d where d.practitioner_id = id), '{}')
                as qualifications,
              exists (select from mailbox m where m.owner = national_id and m.kind = 'PER') as mailbox
            from practitioner where revision > $1 and revision <= $2 order by revision limit $3
            """,
            above,
            highest,
            most);
    Map<UUID, List<IndexedPerson.Place>> places = new HashMap<>();
    rows.forEach(row -> places.put(row.getUUID("id"), new ArrayList<>()));
    transaction
        .rows(
            row -> row,
            """
            select practitioner_id, structure_id, structure_name, postal_code, commune, town,
              sector
            from situation where practitioner_id = any($1)
            """,
            (Object) places.keySet().toArray(UUID[]::new))
        .forEach(
            row ->
                Objects.requireNonNull(places.get(row.getUUID("practitioner_id"))).add(place(row)));
    return rows.stream()
        .map(row -> person(row, Objects.requireNonNull(places.get(row.getUUID("id")))))
        .toList();
  }

  /** Where somebody stands among equally good hits; empty for an id nobody has. */
  public Optional<BytesRef> order(Transaction transaction, UUID id) {
    return transaction.first(
        row -> PersonDocument.order(row.getString(0), row.getString(1), id),
        "select family_name, given_name from practitioner where id = $1",
        id);
  }

  private static IndexedPerson person(Row row, List<IndexedPerson.Place> places) {
    return new IndexedPerson(
        row.getUUID("id"),
        row.getLong("revision"),
        row.getBoolean("active"),
        row.getString("family_name"),
        row.getString("given_name"),
        row.getString("civility"),
        row.getBoolean("mailbox"),
        Stream.of(row.getDelegate().getArrayOfStrings("exercises")).map(Exercise::of).toList(),
        Stream.of(row.getDelegate().getArrayOfStrings("skills")).map(Skill::of).toList(),
        Stream.of(row.getDelegate().getArrayOfStrings("qualifications"))
            .map(Qualification::of)
            .toList(),
        List.copyOf(places));
  }

  private static IndexedPerson.Place place(Row row) {
    return new IndexedPerson.Place(
        row.getString("structure_id"),
        row.getString("structure_name"),
        row.getString("postal_code"),
        row.getString("commune"),
        row.getString("town"),
        row.getString("sector"));
  }
}
