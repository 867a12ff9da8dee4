package fr.liaison.directory.register;

import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;

/**
 * Makes the sets of a detail equal to their shadow inside the caller's transaction, for people whom
 * the register lists there, and writes only sets that changed. Throws {@link RefusedFile} when too
 * many people would lose all of theirs and nobody accepted that.
 */
@ApplicationScoped
public class MergeDetail {
  private static final String LISTED =
      """
      p.status <> 'departed'
        and not exists (select from software w where w.practitioner_id = p.id)
      """;

  private final Revisions revisions;
  private final FreshDetails freshDetails;
  private final RegisterConfig config;

  MergeDetail(Revisions revisions, FreshDetails freshDetails, RegisterConfig config) {
    this.revisions = revisions;
    this.freshDetails = freshDetails;
    this.config = config;
  }

  /**
   * How the sets changed, whose they are, how many a fresher source kept, and what was accepted.
   */
  record Changes(
      long people,
      long unlistedRows,
      long added,
      long changed,
      long removed,
      long kept,
      boolean removalsAccepted) {}

  private record Shadow(long gathered, long listed, long unlistedRows) {}

  private record Balance(long present, long leaving) {}

  private record Written(long added, long changed) {}

  /**
   * The people that were gathered, since when a fresher source may know better than the file, and
   * what is accepted.
   */
  record Order(long expected, OffsetDateTime reach, boolean acceptRemovals) {}

  Changes merge(Transaction transaction, Detail detail, Order order) {
    var _ =
        transaction.rows(
            row -> row.getString(0),
            "select set_config('work_mem', $1, true)",
            config.sortMemory().asLongValue() / 1024 + "kB");
    Shadow shadow = shadow(transaction, detail);
    if (shadow.gathered() != order.expected()) {
      throw new IllegalStateException("the shadow tables changed under the import lock");
    }
    long kept = freshDetails.outrank(transaction, detail, order.reach());
    Balance balance = balance(transaction, detail);
    boolean tooMany = balance.leaving() > config.mostDetailsRemoved() * balance.present();
    if (tooMany && !order.acceptRemovals()) {
      throw new RefusedFile(
          RefusalReason.TOO_MANY_REMOVALS,
          0,
          balance.leaving() + " of " + balance.present() + " people would lose all of them");
    }
    revisions.writing(transaction);
    long removed = remove(transaction, detail);
    Written written = write(transaction, detail);
    return new Changes(
        shadow.listed(),
        shadow.unlistedRows(),
        written.added(),
        written.changed(),
        removed,
        kept,
        tooMany);
  }

  private static Shadow shadow(Transaction transaction, Detail detail) {
    return transaction
        .first(
            row -> new Shadow(row.getLong(0), row.getLong(1), row.getLong(2)),
            detail.in(
                """
                select count(*), count(p.id),
                  coalesce(sum(s.row_count) filter (where p.id is null), 0)::bigint
                from {shadow}_person s left join practitioner p
                  on p.national_id = s.national_id and
                """
                    + LISTED))
        .orElseThrow();
  }

  /** Whoever departed takes their set along, which is no sign of a bad file. */
  private static Balance balance(Transaction transaction, Detail detail) {
    return transaction
        .first(
            row -> new Balance(row.getLong(0), row.getLong(1)),
            detail.in(
                """
                select count(*), count(*) filter (where s.national_id is null)
                from {set} d join practitioner p on p.id = d.practitioner_id
                left join {shadow}_person s on s.national_id = p.national_id
                where
                """
                    + LISTED))
        .orElseThrow();
  }

  private static long remove(Transaction transaction, Detail detail) {
    return transaction
        .first(
            row -> row.getLong(0),
            detail.in(
                """
                with removed as (
                  delete from {set} d where not exists (
                    select from {shadow}_person s
                    join practitioner p on p.national_id = s.national_id
                    where p.id = d.practitioner_id and
                """
                    + LISTED
                    + ") returning d.practitioner_id)"
                    + revised("removed")
                    + " select count(*) from removed"))
        .orElseThrow();
  }

  private static Written write(Transaction transaction, Detail detail) {
    return transaction
        .first(
            row -> new Written(row.getLong(0), row.getLong(1)),
            detail.in(
                """
                with written as (
                  insert into {set} (practitioner_id, entries)
                  select p.id, s.entries
                  from {shadow}_person s
                  join practitioner p on p.national_id = s.national_id
                  left join {set} d on d.practitioner_id = p.id
                  where d.entries is distinct from s.entries and
                """
                    + LISTED
                    + """
                      on conflict (practitioner_id) do update set entries = excluded.entries
                      returning practitioner_id, old.entries as former)
                    """
                    + revised("written")
                    + """
                     select count(*) filter (where former is null), count(former) from written
                    """))
        .orElseThrow();
  }

  /** People found by the detail are found differently now. */
  private static String revised(String whose) {
    return """
        , revised as (
          update practitioner p set revision = nextval('practitioner_revision')
          from %s c where p.id = c.practitioner_id and p.status = 'active')
        """
        .formatted(whose);
  }
}
