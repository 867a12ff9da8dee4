package fr.liaison.directory.register;

import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * As {@link FreshFacts}, for what comes in files of its own: skills, qualifications and mailboxes.
 * Each kind of file has its day, so each ends only the facts of its kind.
 */
@ApplicationScoped
public class FreshDetails {
  /** When what is known of these people changed, where it is known from a fresher source. */
  public Map<String, Instant> latest(
      Transaction transaction, ImportKind part, Collection<String> nationalIds) {
    Map<String, Instant> latest = new HashMap<>();
    transaction
        .rows(
            row -> Map.entry(row.getString(0), row.getOffsetDateTime(1).toInstant()),
            """
            select national_id, updated_at from fresh_detail
            where part = $1 and national_id = any($2)
            """,
            part.name(),
            nationalIds.toArray(String[]::new))
        .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
    return latest;
  }

  public void note(Transaction transaction, ImportKind part, Map<String, Instant> facts) {
    if (facts.isEmpty()) {
      return;
    }
    List<Map.Entry<String, Instant>> all = List.copyOf(facts.entrySet());
    transaction.update(
        """
        insert into fresh_detail (part, national_id, updated_at)
        select $1, f.id, f.at from unnest($2::text[], $3::timestamptz[]) as f (id, at)
        on conflict (part, national_id) do update set updated_at = excluded.updated_at
        """,
        part.name(),
        all.stream().map(Map.Entry::getKey).toArray(String[]::new),
        all.stream()
            .map(fact -> fact.getValue().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
  }

  /**
   * Makes the shadow of a detail say of people what the directory says, where the file may not know
   * it yet. Facts from before {@code reach} are over. Answers of how many people the file is
   * outranked.
   */
  long outrank(Transaction transaction, Detail detail, OffsetDateTime reach) {
    String part = detail.kind().name();
    long kept = left(transaction, part, reach);
    if (kept > 0) {
      transaction.update(
          detail.in(
              """
              delete from {shadow}_person s using fresh_detail f
              where f.part = $1 and f.national_id = s.national_id
              """),
          part);
      transaction.update(
          detail.in(
              """
              insert into {shadow}_person (national_id, entries, row_count)
              select p.national_id, d.entries, 0
              from fresh_detail f join practitioner p using (national_id)
              join {set} d on d.practitioner_id = p.id
              where f.part = $1
              """),
          part);
    }
    return kept;
  }

  /** The same for people's own mailboxes. */
  long outrankMailboxes(Transaction transaction, OffsetDateTime reach) {
    String part = ImportKind.mailboxes.name();
    long kept = left(transaction, part, reach);
    if (kept > 0) {
      transaction.update(
          """
          delete from mailbox_shadow s using fresh_detail f
          where f.part = $1 and f.national_id = s.owner and s.kind = 'PER'
          """,
          part);
      transaction.update(
          """
          insert into mailbox_shadow
            (line, owner, address, kind, service, structure_name, paperless)
          select 0, m.owner, m.address, m.kind, m.service, m.structure_name, m.paperless
          from fresh_detail f join mailbox m on m.owner = f.national_id and m.kind = 'PER'
          where f.part = $1
          """,
          part);
    }
    return kept;
  }

  private static long left(Transaction transaction, String part, OffsetDateTime reach) {
    transaction.update("delete from fresh_detail where part = $1 and updated_at < $2", part, reach);
    return transaction
        .first(row -> row.getLong(0), "select count(*) from fresh_detail where part = $1", part)
        .orElseThrow();
  }
}
