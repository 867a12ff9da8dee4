package fr.liaison.directory.register;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a source that is fresher than the files said of people, by when it changed there. A file
 * that may be older leaves such a person as they are; a file that is newer ends the fact.
 */
@ApplicationScoped
public class FreshFacts {
  /** One fact; {@code departed} where it took the person away. */
  public record Fact(String nationalId, Instant updatedAt, boolean departed) {}

  /** When what is known of these people changed, where it is known from there. */
  public Map<String, Instant> latest(Transaction transaction, List<String> nationalIds) {
    Map<String, Instant> latest = new HashMap<>();
    transaction
        .rows(
            row -> Map.entry(row.getString(0), row.getOffsetDateTime(1).toInstant()),
            "select national_id, updated_at from fresh_fact where national_id = any($1)",
            (Object) nationalIds.toArray(String[]::new))
        .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
    return latest;
  }

  public void note(Transaction transaction, List<Fact> facts, OffsetDateTime now) {
    if (facts.isEmpty()) {
      return;
    }
    transaction.update(
        """
        insert into fresh_fact (national_id, updated_at, departed, noted_at)
        select f.id, f.at, f.departed, $4
        from unnest($1::text[], $2::timestamptz[], $3::boolean[]) as f (id, at, departed)
        on conflict (national_id) do update set updated_at = excluded.updated_at,
          departed = excluded.departed or fresh_fact.departed,
          noted_at = case when excluded.departed then excluded.noted_at
                          else fresh_fact.noted_at end
        """,
        facts.stream().map(Fact::nationalId).toArray(String[]::new),
        facts.stream()
            .map(fact -> fact.updatedAt().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new),
        facts.stream().map(Fact::departed).toArray(Boolean[]::new),
        now);
  }

  /** The latest day whose file may lack some of what is known; that in force where none does. */
  public LocalDate lastUnaware(Transaction transaction, LocalDate inForce, RegisterConfig config) {
    return transaction
        .first(
            row -> row.getOffsetDateTime(0).toInstant(),
            "select updated_at from fresh_fact order by updated_at desc limit 1")
        .map(latest -> FileReach.lastUnaware(latest, config))
        .filter(day -> day.isAfter(inForce))
        .orElse(inForce);
  }

  /**
   * Makes the shadow tables agree with facts the file may not know yet: such people keep what the
   * directory says of them, and do not leave. Facts from before {@code reach} are over. Answers how
   * many people were kept.
   */
  long outrank(Transaction transaction, OffsetDateTime reach) {
    transaction.update("delete from fresh_fact where updated_at < $1", reach);
    int unchanged =
        transaction.update(
            """
            update register_shadow_person s set changed = false
            from fresh_fact f where f.national_id = s.national_id and s.changed
            """);
    int staying =
        transaction.update(
            """
            delete from register_leaving l using fresh_fact f, practitioner p
            where p.national_id = f.national_id and p.id = l.practitioner_id
            """);
    return (long) unchanged + staying;
  }
}
