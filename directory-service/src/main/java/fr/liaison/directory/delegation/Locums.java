package fr.liaison.directory.delegation;

import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Table {@code locum}, which imports of the register write; top-ups say who is none any more. */
@ApplicationScoped
class Locums {
  /** France has some six thousand postal codes. */
  private static final int MOST_PLACES = 10_000;

  /** Where there are any for the exercise of this person. */
  List<String> places(Transaction transaction, Practitioner replaced) {
    return transaction.rows(
        row -> row.getString(0),
        """
        select distinct postal_code from locum
        where profession_code = $1 and savoir_faire_code = $2 limit $3
        """,
        replaced.professionCode(),
        speciality(replaced),
        MOST_PLACES);
  }

  /**
   * Active people in these places who hold the profession in full, whoever has a device first, then
   * in the order of the places.
   */
  List<UUID> in(Transaction transaction, Practitioner replaced, List<String> places, int most) {
    return transaction.rows(
        row -> row.getUUID(0),
        """
        select p.id from (
          select m.practitioner_id, min(w.rank) as rank
          from unnest($3::text[]) with ordinality as w (postal_code, rank)
          join locum m on m.postal_code = w.postal_code
          where m.profession_code = $1 and m.savoir_faire_code = $2
          group by m.practitioner_id) l
        join practitioner p on p.id = l.practitioner_id
        where p.status = 'active' and p.id <> $4
          and exists (
            select from unnest(p.exercises) as e (exercise)
            where split_part(e.exercise, '|', 1) = $1
              and split_part(e.exercise, '|', 5) <> 'E')
        order by not exists (
            select from device d where d.practitioner_id = p.id and d.status = 'active'
              and d.expires_at > now()),
          l.rank, p.family_name, p.id
        limit $5
        """,
        replaced.professionCode(),
        speciality(replaced),
        places.toArray(String[]::new),
        replaced.id(),
        most);
  }

  private static String speciality(Practitioner person) {
    String code = person.savoirFaireCode();
    return code == null ? "" : code;
  }
}
