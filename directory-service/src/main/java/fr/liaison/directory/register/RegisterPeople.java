package fr.liaison.directory.register;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The set-based statements that carry the shadow tables over into the directory. */
@ApplicationScoped
public class RegisterPeople {
  /** Active people (no programs), those the shadow does not list, and all the shadow lists. */
  record Balance(long active, long leaving, long shadow) {}

  Balance balance(Transaction transaction) {
    return transaction
        .rows(
            row -> new Balance(row.getLong(0), row.getLong(1), row.getLong(2)),
            """
            select count(*), count(*) filter (where s.national_id is null),
                   (select count(*) from register_shadow_person)
            from practitioner p left join register_shadow_person s using (national_id)
            where p.status = 'active'
              and not exists (select from software w where w.practitioner_id = p.id)
            """)
        .getFirst();
  }

  /** Newcomers, people whose rows changed, and people who had left and are listed again. */
  record Arrivals(long arrived, long changed, List<UUID> returned) {}

  Arrivals upsertChanged(Transaction transaction) {
    return transaction
        .rows(
            row ->
                new Arrivals(
                    row.getLong(0),
                    row.getLong(1),
                    Arrays.asList(row.getDelegate().getArrayOfUUIDs(2))),
            """
            with merged as (
              insert into practitioner (national_id, source, status, family_name, given_name,
                civility, profession_code, profession, savoir_faire_code, savoir_faire,
                exercises, fingerprint)
              select s.national_id, case when r.vouched then 'structure' else 'register' end,
                'active', r.family_name, r.given_name, r.civility, r.profession_code,
                r.profession, r.savoir_faire_code, r.savoir_faire, s.exercises, s.fingerprint
              from register_shadow_person s
              join register_shadow r on r.national_id = s.national_id and r.line = s.first_line
              where s.changed
              on conflict (national_id) do update set
                source = excluded.source, status = 'active', family_name = excluded.family_name,
                given_name = excluded.given_name, civility = excluded.civility,
                profession_code = excluded.profession_code, profession = excluded.profession,
                savoir_faire_code = excluded.savoir_faire_code,
                savoir_faire = excluded.savoir_faire, exercises = excluded.exercises,
                fingerprint = excluded.fingerprint, revision = excluded.revision,
                last_listed = null, departed_at = null
              returning new.id as id, old.status as former)
            select count(*) filter (where former is null),
                   count(*) filter (where former = 'active'),
                   coalesce(array_agg(id) filter (where former = 'departed'), '{}')
            from merged
            """)
        .getFirst();
  }

  /** Rewrites where the changed people practise, in the order of the file. */
  void replaceSituations(Transaction transaction) {
    transaction.update(
        """
        delete from situation t using practitioner p, register_shadow_person s
        where s.changed and p.national_id = s.national_id and t.practitioner_id = p.id
        """);
    transaction.update(
        """
        insert into situation (practitioner_id, position, structure_id, structure_name,
          postal_code, town, sector, profession)
        select p.id, row_number() over (partition by p.id order by r.line),
          r.structure_id, r.structure_name, r.postal_code, r.town, r.sector, r.profession
        from (
          select national_id, structure_id, structure_name, postal_code, town, sector, profession,
            min(line) as line
          from register_shadow
          where coalesce(structure_id, structure_name, postal_code, town) is not null
          group by 1, 2, 3, 4, 5, 6, 7) r
        join register_shadow_person s on s.national_id = r.national_id and s.changed
        join practitioner p on p.national_id = r.national_id
        """);
  }

  /** Marks everybody the shadow does not list as departed; answers who that is. */
  List<UUID> departMissing(Transaction transaction, LocalDate lastListed, OffsetDateTime now) {
    return transaction.rows(
        row -> row.getUUID(0),
        """
        update practitioner p set status = 'departed', last_listed = $1, departed_at = $2,
          revision = nextval('practitioner_revision')
        where status = 'active'
          and not exists (select from register_shadow_person s where s.national_id = p.national_id)
          and not exists (select from software w where w.practitioner_id = p.id)
        returning p.id
        """,
        lastListed,
        now);
  }
}
