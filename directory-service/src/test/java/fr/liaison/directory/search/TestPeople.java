package fr.liaison.directory.search;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.directory.practitioner.Skill;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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

  /** One more place, in a structure of no name. */
  public void practisesAlsoAt(UUID id, Exercise exercise, String structureId) {
    database.run(
        transaction ->
            transaction.update(
                """
                insert into situation (practitioner_id, position, structure_id, profession)
                select $1, count(*) + 1, $2, $3 from situation where practitioner_id = $1
                """,
                id,
                structureId,
                exercise.profession()));
  }

  /** The commune of all places, by its INSEE code. */
  public void isIn(UUID id, String commune) {
    database.run(
        transaction -> {
          revisions.writing(transaction);
          transaction.update(
              "update situation set commune = $2 where practitioner_id = $1", id, commune);
          transaction.update(
              "update practitioner set revision = nextval('practitioner_revision') where id = $1",
              id);
        });
  }

  /** As the files of skills and diplomas say it. */
  public void isListedWith(UUID id, List<Skill> skills, List<Qualification> qualifications) {
    database.run(
        transaction -> {
          revisions.writing(transaction);
          replace(transaction, "skill_set", id, skills.stream().map(Skill::stored));
          replace(
              transaction,
              "qualification_set",
              id,
              qualifications.stream().map(Qualification::stored));
          transaction.update(
              "update practitioner set revision = nextval('practitioner_revision') where id = $1",
              id);
        });
  }

  private static void replace(
      Transaction transaction, String table, UUID id, Stream<String> entries) {
    transaction.update("delete from " + table + " where practitioner_id = $1", id);
    transaction.update(
        "insert into " + table + " (practitioner_id, entries) values ($1, $2)",
        id,
        entries.toArray(String[]::new));
  }

  /** As an administrator does, without what follows. */
  public void suspend(UUID id) {
    database.run(
        transaction -> {
          revisions.writing(transaction);
          transaction.update(
              "update practitioner set status = 'suspended', suspended_at = now(),"
                  + " revision = nextval('practitioner_revision') where id = $1",
              id);
        });
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
