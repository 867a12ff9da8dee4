package fr.liaison.directory.succession;

import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.PractitionerRenumbered;
import fr.liaison.directory.account.AccountTasks;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Gives people another number in the caller's transaction: the entry stays, the former number leads
 * to it, mailboxes and what is known of details follow, Keycloak's account is to, everybody else
 * and the audit trail are told. Nobody else may bear the new number.
 */
@ApplicationScoped
public class CarryOver {
  /** Events appended by one statement. */
  private static final int CHUNK = 2000;

  private final AccountTasks accountTasks;
  private final Revisions revisions;
  private final Outbox outbox;
  private final AuditTrail audit;

  CarryOver(AccountTasks accountTasks, Revisions revisions, Outbox outbox, AuditTrail audit) {
    this.accountTasks = accountTasks;
    this.revisions = revisions;
    this.outbox = outbox;
    this.audit = audit;
  }

  public void carry(Transaction transaction, List<Succession> successions, OffsetDateTime now) {
    if (successions.isEmpty()) {
      return;
    }
    UUID[] people = successions.stream().map(Succession::practitionerId).toArray(UUID[]::new);
    String[] numbers =
        successions.stream().map(one -> one.present().value()).toArray(String[]::new);
    String[] evidence =
        successions.stream().map(one -> one.evidence().code()).toArray(String[]::new);
    transaction.update(
        """
        insert into former_identifier (national_id, practitioner_id, succeeded_at, evidence)
        select p.national_id, p.id, $3, s.evidence
        from unnest($1::uuid[], $2::text[]) as s (id, evidence) join practitioner p using (id)
        """,
        people,
        evidence,
        now);
    follow(transaction, people, numbers);
    revisions.writing(transaction);
    transaction.update(
        """
        update practitioner p set national_id = s.number,
          revision = nextval('practitioner_revision')
        from unnest($1::uuid[], $2::text[]) as s (id, number) where p.id = s.id
        """,
        people,
        numbers);
    accountTasks.renumber(transaction, List.of(people), now);
    publish(transaction, successions);
  }

  /** What the new number has already stays as it is. */
  private static void follow(Transaction transaction, UUID[] people, String[] numbers) {
    transaction.update(
        """
        update mailbox m set owner = s.number
        from unnest($1::uuid[], $2::text[]) as s (id, number) join practitioner p using (id)
        where m.owner = p.national_id and m.kind = 'PER' and not exists (
          select from mailbox k where k.owner = s.number and k.address = m.address)
        """,
        people,
        numbers);
    transaction.update(
        """
        update fresh_detail d set national_id = s.number
        from unnest($1::uuid[], $2::text[]) as s (id, number) join practitioner p using (id)
        where d.national_id = p.national_id and not exists (
          select from fresh_detail k where k.national_id = s.number and k.part = d.part)
        """,
        people,
        numbers);
  }

  private void publish(Transaction transaction, List<Succession> successions) {
    for (int from = 0; from < successions.size(); from += CHUNK) {
      List<DomainEvent> events = new ArrayList<>();
      for (Succession one : successions.subList(from, Math.min(successions.size(), from + CHUNK))) {
        events.add(new PractitionerRenumbered(one.practitionerId()));
        events.add(
            audit.stamp(
                Act.of("practitioner.renumber")
                    .on("practitioner", one.practitionerId())
                    .with("evidence", one.evidence().code())));
      }
      outbox.appendAll(transaction, events);
    }
  }
}
