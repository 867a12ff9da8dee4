package fr.liaison.directory.succession;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who has an entry under RPPS already and might as well be who went under ADELI: of the same names,
 * profession and place. They take nobody over, but a newcomer is not certain beside them: the
 * newcomer may be a namesake, and the account another's.
 */
@ApplicationScoped
public class Rivals {
  private record Pairing(UUID predecessor, NationalId candidate) {}

  /** The pairs, and those of rivals that are not among them. */
  public List<LikelyPair> beside(Transaction transaction, List<LikelyPair> pairs) {
    if (pairs.isEmpty()) {
      return pairs;
    }
    Set<Pairing> seen = new HashSet<>();
    pairs.forEach(pair -> seen.add(new Pairing(pair.predecessor(), pair.candidate())));
    List<LikelyPair> all = new ArrayList<>(pairs);
    for (LikelyPair rival : of(transaction, pairs)) {
      if (seen.add(new Pairing(rival.predecessor(), rival.candidate()))) {
        all.add(rival);
      }
    }
    return all;
  }

  private static List<LikelyPair> of(Transaction transaction, List<LikelyPair> pairs) {
    return transaction.rows(
        row ->
            new LikelyPair(row.getUUID(0), new NationalId(row.getString(1)), 0, true, false, true),
        """
        select distinct p.id, k.national_id
        from practitioner p
        join practitioner k on left(k.national_id, 1) = '8' and k.status <> 'departed'
          and name_key(k.family_name) = name_key(p.family_name)
          and name_key(k.given_name) = name_key(p.given_name)
        join situation t on t.practitioner_id = p.id
        join situation s on s.practitioner_id = k.id
          and (s.structure_id = t.structure_id
            or (s.structure_name = t.structure_name and s.postal_code = t.postal_code))
        where p.id = any($1) and exists (
          select from unnest(p.exercises) a join unnest(k.exercises) b
            on split_part(a, '|', 1) = split_part(b, '|', 1))
        """,
        (Object) pairs.stream().map(LikelyPair::predecessor).distinct().toArray(UUID[]::new));
  }
}
