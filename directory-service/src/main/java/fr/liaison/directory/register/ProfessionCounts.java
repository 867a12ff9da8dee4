package fr.liaison.directory.register;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Counts by profession what a merge is about to change; asked before it. A person counts under the
 * profession of the first row. Bounded, because a hostile file may hold any number of codes.
 */
@ApplicationScoped
public class ProfessionCounts {
  private static final int MOST = 200;

  List<ProfessionCount> of(Transaction transaction) {
    return transaction.rows(
        row ->
            new ProfessionCount(
                row.getString(0), row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
        """
        with listed as (
          select r.profession_code as code, min(r.profession) as label, count(*) as people,
                 count(*) filter (where p.id is null) as arrivals
          from register_shadow_person s
          join register_shadow r on r.national_id = s.national_id and r.line = s.first_line
          left join practitioner p on p.national_id = s.national_id
          group by 1),
        leaving as (
          select p.profession_code as code, min(p.profession) as label, count(*) as departures
          from practitioner p
          where p.status = 'active'
            and not exists
              (select from register_shadow_person s where s.national_id = p.national_id)
            and not exists (select from software w where w.practitioner_id = p.id)
          group by 1)
        select code, coalesce(l.label, g.label), coalesce(l.people, 0), coalesce(l.arrivals, 0),
               coalesce(g.departures, 0)
        from listed l full join leaving g using (code)
        order by 3 desc, 1 limit $1
        """,
        MOST);
  }
}
