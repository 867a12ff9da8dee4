package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the directory has of the people of a page, and the statements that change it. */
@ApplicationScoped
class TopUpPeople {
  long active(Transaction transaction) {
    return transaction
        .first(
            row -> row.getLong(0), "select count(*) from practitioner where status <> 'departed'")
        .orElseThrow();
  }

  /** How many departed by top-ups within the last day, without those that were accepted. */
  long departedToday(Transaction transaction, OffsetDateTime now) {
    return transaction
        .first(
            row -> row.getLong(0),
            "select coalesce(sum(people), 0)::bigint from top_up_departure where at > $1",
            now.minusDays(1))
        .orElseThrow();
  }

  /** Counts them for {@link #departedToday}. */
  void noteDeparted(Transaction transaction, long people, OffsetDateTime now) {
    transaction.update("delete from top_up_departure where at < $1", now.minusDays(30));
    transaction.update("insert into top_up_departure (at, people) values ($1, $2)", now, people);
  }

  /** Those among the numbers that are somebody's former one. */
  List<String> former(Transaction transaction, Collection<String> nationalIds) {
    return transaction.rows(
        row -> row.getString(0),
        "select national_id from former_identifier where national_id = any($1)",
        (Object) nationalIds.toArray(String[]::new));
  }

  /** The entries with these numbers, held until the transaction ends. */
  Map<String, Entry> held(Transaction transaction, Collection<String> nationalIds) {
    Object ids = nationalIds.toArray(String[]::new);
    Map<UUID, List<Entry.Place>> places = new HashMap<>();
    Map<String, Entry> found = new LinkedHashMap<>();
    List<Row> rows =
        transaction.rows(
            row -> row,
            """
            select p.*, exists (select from entered_here w where w.practitioner_id = p.id) as own
            from practitioner p where national_id = any($1) order by id for update
            """,
            ids);
    transaction
        .rows(
            row -> row,
            """
            select t.* from situation t join practitioner p on p.id = t.practitioner_id
            where p.national_id = any($1) order by t.practitioner_id, t.position
            """,
            ids)
        .forEach(
            row ->
                places
                    .computeIfAbsent(
                        row.getUUID("practitioner_id"), id -> new java.util.ArrayList<>())
                    .add(place(row)));
    for (Row row : rows) {
      UUID id = row.getUUID("id");
      found.put(row.getString("national_id"), entry(row, places.getOrDefault(id, List.of())));
    }
    return found;
  }

  private static Entry entry(Row row, List<Entry.Place> places) {
    List<Exercise> exercises =
        Arrays.stream(row.getDelegate().getArrayOfStrings("exercises")).map(Exercise::of).toList();
    Exercise first =
        new Exercise(
            row.getString("profession_code"),
            row.getString("profession"),
            row.getString("savoir_faire_code"),
            row.getString("savoir_faire"));
    return new Entry(
        row.getUUID("id"),
        row.getString("status"),
        row.getBoolean("own"),
        new Entry.Card(
            row.getString("family_name"),
            row.getString("given_name"),
            row.getString("civility"),
            exercises.stream().filter(one -> one.isLike(first)).findFirst().orElse(first),
            exercises,
            places));
  }

  private static Entry.Place place(Row row) {
    return new Entry.Place(
        new SourcePlace(
            row.getString("structure_id"),
            row.getString("structure_name"),
            row.getString("postal_code"),
            row.getString("town"),
            row.getString("sector")),
        row.getString("profession"));
  }

  /** What the directory says of the structure's sector; the source gives a code without words. */
  Optional<String> sector(Transaction transaction, String structureId) {
    return transaction.first(
        row -> row.getString(0),
        "select sector from situation where structure_id = $1 and sector is not null limit 1",
        structureId);
  }

  /** What the directory says of the same place; the source gives no code that was checked. */
  private static Optional<String> commune(Transaction transaction, UUID id, SourcePlace place) {
    return transaction.first(
        row -> row.getString(0),
        """
            select commune from situation
            where commune is not null and postal_code = $3
              and (structure_id = $1 or practitioner_id = $2 and town = $4)
            limit 1
            """,
        place.structureId(),
        id,
        place.postalCode(),
        place.town());
  }

  /** Writes the card; answers the entry's id. A suspension outlasts it. */
  UUID write(Transaction transaction, SourcePerson person, Entry.Card card) {
    UUID id =
        transaction
            .first(
                row -> row.getUUID(0),
                """
                insert into practitioner (national_id, source, status, family_name, given_name,
                  civility, profession_code, profession, savoir_faire_code, savoir_faire,
                  exercises, fingerprint)
                values ($1, $2, 'active', $3, $4, $5, $6, $7, $8, $9, $10, md5($11)::uuid)
                on conflict (national_id) do update set
                  source = excluded.source,
                  status =
                    case when practitioner.suspended_at is null then 'active' else 'suspended' end,
                  family_name = excluded.family_name, given_name = excluded.given_name,
                  civility = excluded.civility, profession_code = excluded.profession_code,
                  profession = excluded.profession,
                  savoir_faire_code = excluded.savoir_faire_code,
                  savoir_faire = excluded.savoir_faire, exercises = excluded.exercises,
                  fingerprint = excluded.fingerprint, revision = excluded.revision,
                  last_listed = null, departed_at = null
                returning id
                """,
                person.id().value(),
                person.id().vouchedByStructure() ? "structure" : "register",
                card.familyName(),
                card.givenName(),
                card.civility(),
                card.first().professionCode(),
                card.first().profession(),
                card.first().savoirFaireCode(),
                card.first().savoirFaire(),
                card.exercises().stream().map(Exercise::stored).sorted().toArray(String[]::new),
                // No file's digest: the next one that is newer rewrites the person.
                "top-up " + person.updatedAt())
            .orElseThrow();
    List<Optional<String>> communes =
        card.places().stream().map(one -> commune(transaction, id, one.place())).toList();
    transaction.update("delete from situation where practitioner_id = $1", id);
    int position = 0;
    for (Entry.Place place : card.places()) {
      @Nullable String commune = communes.get(position).orElse(null);
      transaction.update(
          """
          insert into situation (practitioner_id, position, structure_id, structure_name,
            postal_code, commune, town, sector, profession)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
          """,
          id,
          ++position,
          place.place().structureId(),
          place.place().structureName(),
          place.place().postalCode(),
          commune,
          place.place().town(),
          place.place().sector(),
          place.profession());
    }
    return id;
  }

  boolean isSuspended(Transaction transaction, UUID id) {
    return transaction
        .first(
            row -> row.getBoolean(0),
            "select suspended_at is not null from practitioner where id = $1",
            id)
        .orElseThrow();
  }

  /** Answers whom it marked. */
  List<UUID> depart(
      Transaction transaction, List<UUID> people, LocalDate lastListed, OffsetDateTime now) {
    return transaction.rows(
        row -> row.getUUID(0),
        """
        update practitioner set status = 'departed', last_listed = $2, departed_at = $3,
          revision = nextval('practitioner_revision')
        where id = any($1) and status <> 'departed' returning id
        """,
        people.toArray(UUID[]::new),
        lastListed,
        now);
  }
}
