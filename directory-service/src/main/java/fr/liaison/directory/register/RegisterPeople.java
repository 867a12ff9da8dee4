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
  /** Active people whom the file does not list, and all in the shadow. */
  record Balance(long leaving, long shadow) {}

  Balance balance(Transaction transaction) {
    return transaction
        .rows(
            row -> new Balance(row.getLong(0), row.getLong(1)),
            """
            select (select count(*) from register_leaving),
                   (select count(*) from register_shadow_person)
            """)
        .getFirst();
  }

  /**
   * Newcomers, people whose rows changed, and people who had left and are listed again; a
   * suspension outlasts both.
   */
  record Arrivals(long arrived, long changed, List<UUID> returned) {}

  /** Whoever a structure entered since the file was begun is none of its business. */
  void leaveEntered(Transaction transaction) {
    transaction.update(
        """
        update register_shadow_person s set changed = false
        from practitioner p join entered_here w on w.practitioner_id = p.id
        where p.national_id = s.national_id and s.changed
        """);
  }

  /**
   * Shows people by the exercise of their first row, unless they are students in that and not in
   * another: a profession on a card is a student's only where the person is nothing else.
   */
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
                'active', r.family_name, r.given_name, r.civility,
                coalesce(split_part(q.exercise, '|', 1), r.profession_code),
                coalesce(split_part(q.exercise, '|', 2), r.profession),
                case when q.exercise is null then r.savoir_faire_code
                     else nullif(split_part(q.exercise, '|', 3), '') end,
                case when q.exercise is null then r.savoir_faire
                     else nullif(split_part(q.exercise, '|', 4), '') end,
                e.exercises, s.fingerprint
              from register_shadow_person s
              join register_shadow r on r.national_id = s.national_id and r.first
              join (
                select national_id, array_agg(exercise order by exercise) as exercises
                from (
                  select distinct r.national_id, r.profession_code || '|' || r.profession || '|'
                    || coalesce(r.savoir_faire_code, '') || '|' || coalesce(r.savoir_faire, '')
                    || coalesce('|' || r.category_code, '') as exercise
                  from register_shadow r
                  join register_shadow_person c on c.national_id = r.national_id and c.changed) d
                group by national_id) e on e.national_id = s.national_id
              left join lateral (
                select one as exercise from unnest(e.exercises) with ordinality as u (one, at)
                where r.category_code = 'E' and split_part(one, '|', 5) <> 'E'
                order by at limit 1) q on true
              where s.changed
              on conflict (national_id) do update set
                source = excluded.source,
                status = case when practitioner.suspended_at is null then 'active' else 'suspended' end,
                family_name = excluded.family_name,
                given_name = excluded.given_name, civility = excluded.civility,
                profession_code = excluded.profession_code, profession = excluded.profession,
                savoir_faire_code = excluded.savoir_faire_code,
                savoir_faire = excluded.savoir_faire, exercises = excluded.exercises,
                fingerprint = excluded.fingerprint, revision = excluded.revision,
                last_listed = null, departed_at = null
              returning new.id as id, old.status as former, new.status as present)
            select count(*) filter (where former is null),
                   count(*) filter (where former in ('active', 'suspended')),
                   coalesce(array_agg(id)
                     filter (where former = 'departed' and present = 'active'), '{}')
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
          postal_code, commune, town, sector, profession)
        select p.id, r.line, r.structure_id, r.structure_name, r.postal_code, r.commune, r.town,
          r.sector, r.profession
        from (
          select national_id, structure_id, structure_name, postal_code, town, sector, profession,
            max(commune) as commune, min(line) as line
          from register_shadow
          where coalesce(structure_id, structure_name, postal_code, town) is not null
          group by 1, 2, 3, 4, 5, 6, 7) r
        join register_shadow_person s on s.national_id = r.national_id and s.changed
        join practitioner p on p.national_id = r.national_id
        """);
  }

  /**
   * Rewrites for whom the changed people may stand in. One without a place of that kind is where
   * they also practise; nobody departed is a locum.
   */
  void replaceLocums(Transaction transaction) {
    transaction.update(
        """
        with listed as materialized (
          select distinct p.id, r.profession_code, coalesce(r.savoir_faire_code, '') as speciality,
            coalesce(r.postal_code, (
              select t.postal_code from situation t
              where t.practitioner_id = p.id and t.postal_code is not null
              order by t.position limit 1), '') as postal_code
          from register_shadow r
          join register_shadow_person s on s.national_id = r.national_id and s.changed
          join practitioner p on p.national_id = r.national_id
          where r.locum and r.category_code is distinct from 'E'),
        gone as (
          delete from locum l using practitioner p
          where p.id = l.practitioner_id
            and (exists (
                select from register_shadow_person s
                where s.national_id = p.national_id and s.changed)
              or exists (select from register_leaving g where g.practitioner_id = p.id)
              or p.status = 'departed')
            and not exists (
              select from listed n
              where n.id = l.practitioner_id and n.profession_code = l.profession_code
                and n.speciality = l.savoir_faire_code and n.postal_code = l.postal_code))
        insert into locum (practitioner_id, profession_code, savoir_faire_code, postal_code)
        select id, profession_code, speciality, postal_code from listed
        on conflict do nothing
        """);
  }

  /** Has the plans of whoever reads next fit tables that were largely written anew. */
  void analyze(Transaction transaction) {
    transaction.update("analyze practitioner, situation");
  }

  /** Marks everybody the file does not list as departed; answers who that is. */
  List<UUID> departMissing(Transaction transaction, LocalDate lastListed, OffsetDateTime now) {
    return transaction.rows(
        row -> row.getUUID(0),
        """
        update practitioner p set status = 'departed', last_listed = $1, departed_at = $2,
          revision = nextval('practitioner_revision')
        from register_leaving l
        where p.id = l.practitioner_id and p.status <> 'departed'
          and not exists (select from entered_here w where w.practitioner_id = p.id)
        returning p.id
        """,
        lastListed,
        now);
  }
}
