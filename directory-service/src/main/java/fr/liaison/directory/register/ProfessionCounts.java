package fr.liaison.directory.register;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts by profession what a merge is about to change; asked before it. A person counts under the
 * profession of the first row. Bounded, because a hostile file may hold any number of codes.
 */
@ApplicationScoped
public class ProfessionCounts {
  private static final int MOST = 200;

  List<ProfessionCount> of(Transaction transaction, ListedProfessions listed) {
    Map<String, ProfessionCount> counts = new HashMap<>();
    listed
        .byCode()
        .forEach(
            (code, one) ->
                counts.put(code, new ProfessionCount(code, one.label(), one.people(), 0, 0)));
    moving(transaction)
        .forEach(one -> counts.merge(one.code(), one, (known, moving) -> known.with(moving)));
    return counts.values().stream()
        .sorted(
            Comparator.comparingLong(ProfessionCount::people)
                .reversed()
                .thenComparing(ProfessionCount::code))
        .limit(MOST)
        .toList();
  }

  /** Who comes and who goes; not how many there are. */
  private static List<ProfessionCount> moving(Transaction transaction) {
    return transaction.rows(
        row ->
            new ProfessionCount(
                row.getString(0), row.getString(1), 0, row.getLong(2), row.getLong(3)),
        """
        select code, min(label), sum(arrivals)::bigint, sum(departures)::bigint from (
          select r.profession_code as code, min(r.profession) as label, count(*) as arrivals,
            0 as departures
          from register_shadow_person s
          join register_shadow r on r.national_id = s.national_id and r.first
          where s.changed
            and not exists (select from practitioner p where p.national_id = s.national_id)
          group by 1
          union all
          select p.profession_code, min(p.profession), 0, count(*)
          from register_leaving l join practitioner p on p.id = l.practitioner_id
          group by 1) moving
        group by code order by sum(arrivals) + sum(departures) desc, 1 limit $1
        """,
        MOST);
  }
}
