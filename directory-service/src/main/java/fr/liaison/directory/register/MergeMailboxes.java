package fr.liaison.directory.register;

import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;

/**
 * Makes the mailboxes equal to their shadow inside the caller's transaction and writes only rows
 * that changed. People are revised only when they get their first mailbox or lose the last. Throws
 * {@link RefusedFile} when too many would disappear and nobody accepted that.
 */
@ApplicationScoped
public class MergeMailboxes {
  private final Revisions revisions;
  private final FreshDetails freshDetails;
  private final RegisterConfig config;

  MergeMailboxes(Revisions revisions, FreshDetails freshDetails, RegisterConfig config) {
    this.revisions = revisions;
    this.freshDetails = freshDetails;
    this.config = config;
  }

  /**
   * How the mailboxes changed, how many people have one, of how many a fresher source kept them,
   * and what was accepted.
   */
  record Changes(MailboxCounts counts, long people, long kept, boolean removalsAccepted) {}

  private record Balance(long present, long leaving, long listed, long people) {}

  private record Written(long added, long changed) {}

  Changes merge(Transaction transaction, OffsetDateTime reach, boolean acceptRemovals) {
    var _ =
        transaction.rows(
            row -> row.getString(0),
            "select set_config('work_mem', $1, true)",
            config.sortMemory().asLongValue() / 1024 + "kB");
    long kept = freshDetails.outrankMailboxes(transaction, reach);
    Balance balance = balance(transaction);
    boolean tooMany = balance.leaving() > config.mostMailboxesRemoved() * balance.present();
    if (tooMany && !acceptRemovals) {
      throw new RefusedFile(
          RefusalReason.TOO_MANY_REMOVALS,
          0,
          balance.leaving() + " of " + balance.present() + " would disappear");
    }
    revisions.writing(transaction);
    revise(transaction);
    int removed =
        transaction.update(
            """
            delete from mailbox m where not exists (
              select from mailbox_shadow s where s.owner = m.owner and s.address = m.address)
            """);
    Written written = write(transaction);
    return new Changes(
        new MailboxCounts(balance.listed(), written.added(), written.changed(), removed),
        balance.people(),
        kept,
        tooMany);
  }

  private static Balance balance(Transaction transaction) {
    return transaction
        .first(
            row -> new Balance(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3)),
            """
            select count(*), count(*) filter (where s.owner is null),
              (select count(*) from mailbox_shadow),
              (select count(distinct owner) from mailbox_shadow where kind = 'PER')
            from mailbox m left join mailbox_shadow s using (owner, address)
            """)
        .orElseThrow();
  }

  /** Whoever has a mailbox only before or only afterwards is searched differently. */
  private static void revise(Transaction transaction) {
    transaction.update(
        """
        with former as (select distinct owner from mailbox where kind = 'PER'),
        listed as (select distinct owner from mailbox_shadow where kind = 'PER'),
        altered as (
          select coalesce(f.owner, l.owner) as owner
          from former f full join listed l using (owner)
          where f.owner is null or l.owner is null)
        update practitioner p set revision = nextval('practitioner_revision')
        from altered a
        where p.national_id = a.owner and p.status = 'active'
        """);
  }

  private static Written write(Transaction transaction) {
    return transaction
        .first(
            row -> new Written(row.getLong(0), row.getLong(1)),
            """
            with written as (
              insert into mailbox (owner, address, kind, service, structure_name, paperless)
              select s.owner, s.address, s.kind, s.service, s.structure_name, s.paperless
              from mailbox_shadow s left join mailbox m using (owner, address)
              where m.owner is null
                or (s.kind, s.service, s.structure_name, s.paperless) is distinct from
                   (m.kind, m.service, m.structure_name, m.paperless)
              on conflict (owner, address) do update set
                kind = excluded.kind, service = excluded.service,
                structure_name = excluded.structure_name, paperless = excluded.paperless
              returning old.owner as former)
            select count(*) filter (where former is null), count(former) from written
            """)
        .orElseThrow();
  }
}
