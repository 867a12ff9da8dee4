package fr.liaison.directory.departure;

import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Structures that answer for people or programs and lost everybody of the register. One odd file or
 * page must not end what is final: they are given up only when a later file agrees that knows what
 * was known when they were lost, or after the grace.
 */
@ApplicationScoped
public class LostStructures {
  private static final Log LOG = Log.of(LostStructures.class);

  /**
   * What the files say by when: the day of the one in force; the last one that may lack what a
   * fresher source said, and so is no second opinion; and the last on which those lost now still
   * had somebody.
   */
  public record Days(LocalDate inForce, LocalDate unaware, LocalDate lastListed) {}

  /**
   * Notes which structures have nobody now, forgets those that have somebody again, and answers
   * those to be given up.
   */
  public List<String> givenUp(
      Transaction transaction, Days days, Duration grace, OffsetDateTime now) {
    int lost =
        transaction.update(
            """
            with answering as materialized (
              select distinct a.structure_id
              from (
                select structure_id, practitioner_id from invited_person
                union all select structure_id, practitioner_id from software) a
              join practitioner p on p.id = a.practitioner_id and p.status <> 'departed'),
            empty as materialized (
              select a.structure_id
              from answering a left join lateral (
                select t.structure_id
                from situation t join practitioner person on person.id = t.practitioner_id
                where t.structure_id = a.structure_id and person.source = 'register'
                  and person.status <> 'departed'
                limit 1) listed on true
              where listed.structure_id is null),
            found_again as (
              delete from lost_structure l
              where not exists (select from empty e where e.structure_id = l.structure_id))
            insert into lost_structure (structure_id, since, register_date, last_listed)
            select structure_id, $1, $2, $3 from empty
            on conflict do nothing
            """,
            now,
            days.unaware(),
            days.lastListed());
    if (lost > 0) {
      LOG.warn("Structures lost everybody of the register", Map.of(LogKey.count, lost));
    }
    return transaction.rows(
        row -> row.getString(0),
        "select structure_id from lost_structure where register_date < $1 or since <= $2",
        days.inForce(),
        now.minus(grace));
  }

  /** Whether any is noted that is to be given up unless it has somebody again. */
  public boolean anyDue(
      Transaction transaction, LocalDate inForce, Duration grace, OffsetDateTime now) {
    return transaction
        .first(
            row -> row.getBoolean(0),
            """
            select exists (select from lost_structure where register_date < $1 or since <= $2)
            """,
            inForce,
            now.minus(grace))
        .orElseThrow();
  }

  /** How many people and programs structures answer for. */
  public long answeredFor(Transaction transaction) {
    return transaction
        .first(
            row -> row.getLong(0),
            """
            select count(*) from entered_here w
            join practitioner p on p.id = w.practitioner_id and p.status <> 'departed'
            """)
        .orElseThrow();
  }

  /** How many people and programs would depart if these structures were given up. */
  public long answeredFor(Transaction transaction, List<String> structures) {
    return structures.isEmpty()
        ? 0
        : transaction
            .first(
                row -> row.getLong(0),
                """
                select count(*)
                from (
                  select structure_id, practitioner_id from invited_person
                  union all select structure_id, practitioner_id from software) a
                join practitioner p on p.id = a.practitioner_id and p.status <> 'departed'
                where a.structure_id = any($1)
                """,
                (Object) structures.toArray(String[]::new))
            .orElseThrow();
  }
}
