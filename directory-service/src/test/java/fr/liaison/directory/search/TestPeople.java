package fr.liaison.directory.search;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** People who are in the table for one test: those of the shipped register live elsewhere. */
@ApplicationScoped
public class TestPeople {
  private final Database database;
  private final Revisions revisions;
  private final List<UUID> added = new ArrayList<>();

  TestPeople(Database database, Revisions revisions) {
    this.database = database;
    this.revisions = revisions;
  }

  /** Where a person practises. */
  public record At(String postalCode, String town, String structureId, String structure) {}

  public UUID add(String familyName, String givenName, Exercise exercise, At at) {
    UUID id = UUID.randomUUID();
    database.run(
        transaction -> {
          revisions.writing(transaction);
          transaction.update(
              """
              insert into practitioner (id, national_id, source, status, family_name, given_name,
                profession_code, profession, savoir_faire_code, savoir_faire, exercises,
                fingerprint)
              values ($1, $2, 'register', 'active', $3, $4, $5, $6, $7, $8, array[$9], $1)
              """,
              id,
              "test-" + id,
              familyName,
              givenName,
              exercise.professionCode(),
              exercise.profession(),
              exercise.savoirFaireCode(),
              exercise.savoirFaire(),
              exercise.stored());
          transaction.update(
              """
              insert into situation (practitioner_id, position, structure_id, structure_name,
                postal_code, town, sector, profession)
              values ($1, 1, $2, $3, $4, $5, 'Cabinet individuel', $6)
              """,
              id,
              at.structureId(),
              at.structure(),
              at.postalCode(),
              at.town(),
              exercise.profession());
        });
    added.add(id);
    return id;
  }

  /** Takes the person out of the table's active people; the index learns of it or does not. */
  public void depart(UUID id, boolean told) {
    database.run(
        transaction -> {
          if (told) {
            revisions.writing(transaction);
          }
          transaction.update(
              "update practitioner set status = 'departed', departed_at = now(), last_listed = now()"
                  + (told ? ", revision = nextval('practitioner_revision')" : "")
                  + " where id = $1",
              id);
        });
  }

  /** So that imports do not count them among those who leave. */
  public void departAll() {
    added.forEach(id -> depart(id, true));
    added.clear();
  }
}
