package fr.liaison.directory.account;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Which account is bound to whom. */
@ApplicationScoped
public class Accounts {
  /** Whether a person is suspended, and whom an account acts for already. */
  record Standing(boolean suspended, Optional<PractitionerId> bound) {}

  Standing standing(Transaction transaction, PractitionerId person, String accountId) {
    return transaction
        .first(
            row ->
                new Standing(
                    row.getBoolean(0),
                    Optional.ofNullable(row.getUUID(1)).map(PractitionerId::new)),
            """
            select p.suspended_at is not null,
              (select a.practitioner_id from account a where a.account_id = $2)
            from practitioner p where p.id = $1
            """,
            person.value(),
            accountId)
        .orElseThrow();
  }

  Optional<PractitionerId> practitionerOf(Transaction transaction, String accountId) {
    return transaction.first(
        row -> new PractitionerId(row.getUUID(0)),
        "select practitioner_id from account where account_id = $1",
        accountId);
  }

  /** Whether somebody departed or is suspended. */
  boolean isRefused(Transaction transaction, PractitionerId person) {
    return transaction
        .first(
            row -> Boolean.TRUE,
            """
            select from practitioner where id = $1
              and (status = 'departed' or suspended_at is not null)
            """,
            person.value())
        .isPresent();
  }

  /**
   * Whether the person may speak, and goes on to until the transaction ends: an import or a
   * decision that ends it waits, and then finds the account.
   */
  boolean holdActive(Transaction transaction, PractitionerId person) {
    return transaction
        .first(
            row -> Boolean.TRUE,
            """
            select from practitioner where id = $1 and status = 'active' and suspended_at is null
            for share
            """,
            person.value())
        .isPresent();
  }

  /** Binds the two unless either is bound already; answers whether it did. */
  public boolean bind(
      Transaction transaction, String accountId, PractitionerId practitioner, OffsetDateTime now) {
    return transaction.update(
            """
            insert into account (account_id, practitioner_id, bound_at) values ($1, $2, $3)
            on conflict do nothing
            """,
            accountId,
            practitioner.value(),
            now)
        == 1;
  }
}
