package fr.liaison.directory.register;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.succession.CarryOver;
import fr.liaison.directory.succession.DecideSuccessions;
import fr.liaison.directory.succession.Evidence;
import fr.liaison.directory.succession.LikelyPair;
import fr.liaison.directory.succession.Rivals;
import fr.liaison.directory.succession.Succession;
import fr.liaison.directory.succession.SuccessionCounts;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Finds who of a file moved from ADELI to RPPS and carries them over before it is merged. A file
 * gives no former number: the ADELI number has to go while the RPPS number comes, with the same
 * names, profession and place, and nobody else of whom that is true.
 */
@ApplicationScoped
public class FileSuccessions {
  /** As many ambiguous cases a report names; all are counted. */
  private static final int NAMED = 200;

  private final CarryOver carryOver;
  private final Rivals rivals;

  FileSuccessions(CarryOver carryOver, Rivals rivals) {
    this.carryOver = carryOver;
    this.rivals = rivals;
  }

  SuccessionCounts carry(Transaction transaction, OffsetDateTime reach, OffsetDateTime now) {
    DecideSuccessions.Decision decision =
        DecideSuccessions.of(rivals.beside(transaction, pairs(transaction, reach, now)));
    carryOver.carry(transaction, decision.certain(), now);
    transaction.update(
        "delete from register_leaving where practitioner_id = any($1)",
        (Object) decision.certain().stream().map(Succession::practitionerId).toArray(UUID[]::new));
    return new SuccessionCounts(
        decision.certain().size(),
        decision.ambiguous().size(),
        decision.ambiguous().subList(0, Math.min(NAMED, decision.ambiguous().size())));
  }

  /**
   * A place tells who somebody was for a week after they departed ({@link Evidence#PLACE}); later a
   * newcomer of the same names may be somebody else, and an administrator decides.
   *
   * <p>One side at least is new tonight: the candidate, or that the predecessor is gone. Of whom a
   * top-up said something the file may not know yet, nothing is concluded.
   */
  private static List<LikelyPair> pairs(
      Transaction transaction, OffsetDateTime reach, OffsetDateTime now) {
    return transaction.rows(
        row ->
            new LikelyPair(
                row.getUUID(0),
                new NationalId(row.getString(1)),
                row.getLong(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getBoolean(5)),
        """
        with predecessor as materialized (
          select p.id, p.status, name_key(p.family_name) as family, name_key(p.given_name) as given,
            case when p.status = 'departed'
              then exists (
                select from register_shadow_person s where s.national_id = p.national_id)
              else not exists (select from register_leaving l where l.practitioner_id = p.id)
            end as listed,
            p.status <> 'departed' or p.departed_at > $1::timestamptz - interval '7 days' as recent,
            array(select split_part(e, '|', 1) from unnest(p.exercises) e) as professions
          from practitioner p
          where left(p.national_id, 1) = '0'
            and (p.status <> 'departed' or p.departed_at > $1::timestamptz - interval '1 year')
            and not exists (select from entered_here w where w.practitioner_id = p.id)
            and not (p.status <> 'departed' and exists (
              select from fresh_fact f
              where f.national_id = p.national_id and f.updated_at >= $2::timestamptz))),
        candidate as materialized (
          select r.*, name_key(r.family_name) as family, name_key(r.given_name) as given
          from register_shadow r
          where left(r.national_id, 1) = '8'
            and r.profession_code in (select unnest(professions) from predecessor)
            and (exists (select from predecessor q where not q.listed and q.status <> 'departed')
              or not exists (select from practitioner k where k.national_id = r.national_id))
            and not exists (
              select from fresh_fact f
              where f.national_id = r.national_id and f.updated_at >= $2::timestamptz)),
        likely as (
          select p.id, p.status, p.listed, c.national_id,
            p.recent and bool_or(t.structure_id = c.structure_id
              or (t.structure_name = c.structure_name and t.postal_code = c.postal_code))
              as same_place
          from predecessor p
          join candidate c on c.family = p.family and c.given = p.given
            and c.profession_code = any(p.professions)
          join situation t on t.practitioner_id = p.id
            and (t.structure_id = c.structure_id or t.postal_code = c.postal_code)
          group by 1, 2, 3, 4, p.recent)
        select l.id, l.national_id, s.first_line, coalesce(l.same_place, false), l.listed,
          k.id is not null
        from likely l
        join register_shadow_person s on s.national_id = l.national_id
        left join practitioner k on k.national_id = l.national_id
        where k.id is null or (l.status <> 'departed' and not l.listed)
        order by 3, 1
        """,
        now,
        reach);
  }
}
