package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The words for codes. They come with files, so that all are gathered once after each import, by
 * one look at each table, and kept.
 */
@ApplicationScoped
class KnownWords {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Database database;
  private volatile @Nullable Gathered gathered;

  KnownWords(Database database) {
    this.database = database;
  }

  private record Gathered(UUID after, Dictionary dictionary) {}

  Dictionary present() {
    UUID latest =
        database
            .read(
                transaction ->
                    transaction.first(
                        row -> row.getUUID(0),
                        """
                        select id from register_import where outcome = 'accepted'
                        order by started_at desc, id desc limit 1
                        """))
            .orElse(null);
    Gathered kept = gathered;
    if (latest == null) {
      return Dictionary.EMPTY;
    }
    if (kept == null || !kept.after().equals(latest)) {
      kept = new Gathered(latest, database.inTransaction(PATIENCE, KnownWords::gather));
      gathered = kept;
    }
    return kept.dictionary();
  }

  /** Of several words for one code, the most frequent ones. */
  private static Dictionary gather(Transaction transaction) {
    Map<String, String> professions = new HashMap<>();
    Map<String, String> savoirFaire = new HashMap<>();
    for (String stored : frequent(transaction, "practitioner", "exercises")) {
      Exercise exercise = Exercise.of(stored);
      professions.putIfAbsent(exercise.professionCode(), exercise.profession());
      if (exercise.savoirFaireCode() != null && exercise.savoirFaire() != null) {
        savoirFaire.putIfAbsent(exercise.savoirFaireCode(), exercise.savoirFaire());
      }
    }
    Map<String, Skill> skills = new HashMap<>();
    for (String stored : frequent(transaction, "skill_set", "entries")) {
      Skill skill = Skill.of(stored);
      skills.putIfAbsent(skill.code(), skill);
    }
    Map<String, Qualification> diplomas = new HashMap<>();
    Map<String, Qualification> authorisations = new HashMap<>();
    for (String stored : frequent(transaction, "qualification_set", "entries")) {
      Qualification one = Qualification.of(stored);
      if (one.code() != null) {
        switch (one.kind()) {
          case diploma ->
              diplomas.putIfAbsent(Dictionary.diplomaKey(one.typeCode(), one.code()), one);
          case authorisation -> authorisations.putIfAbsent(one.code(), one);
        }
      }
    }
    return new Dictionary(professions, savoirFaire, skills, diplomas, authorisations);
  }

  private static List<String> frequent(Transaction transaction, String table, String column) {
    return transaction.rows(
        row -> row.getString(0),
        """
        select e from %s, unnest(%s) as e group by e order by count(*) desc, e limit 100000
        """
            .formatted(table, column));
  }
}
