package fr.liaison.directory.account;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak is still to be told, as rows written in the transaction of the cause. A newer task
 * for an account replaces an open older one, so that retries cannot overtake each other.
 */
@ApplicationScoped
public class AccountTasks {
  /** Any number, as long as no other code locks pairs with it: "TASK" in ASCII. */
  private static final int LOCK = 0x5441534B;

  /** One thing to do to one account. */
  record Task(long id, String accountId, Action action, @Nullable String sessionId, int attempts) {}

  /** What Keycloak can be told. */
  enum Action {
    disable,
    enable,
    /** The number the account is known by is another one now. */
    renumber,
    /** One session ends; the account stays as it is. */
    logout
  }

  /** How many tasks wait, and since when the oldest does. */
  record Backlog(long open, Optional<OffsetDateTime> oldest) {}

  public void disable(Transaction transaction, List<UUID> practitioners, OffsetDateTime now) {
    add(transaction, Action.disable, practitioners, now);
  }

  public void enable(Transaction transaction, List<UUID> practitioners, OffsetDateTime now) {
    add(transaction, Action.enable, practitioners, now);
  }

  /** Beside whatever else waits for the account: the number that counts is read when it is told. */
  public void renumber(Transaction transaction, List<UUID> practitioners, OffsetDateTime now) {
    transaction.update(
        """
        insert into account_task (account_id, action, created_at, next_attempt_at)
        select account_id, 'renumber', $2, $2 from account where practitioner_id = any($1)
        """,
        practitioners.toArray(UUID[]::new),
        now);
  }

  /** Ends these sessions, beside whatever else waits for their accounts. */
  public void logout(Transaction transaction, List<Session> sessions, OffsetDateTime now) {
    if (!sessions.isEmpty()) {
      transaction.update(
          """
          insert into account_task (account_id, action, session_id, created_at, next_attempt_at)
          select account_id, 'logout', session_id, $3::timestamptz, $3::timestamptz
          from unnest($1::text[], $2::text[]) as u (account_id, session_id)
          """,
          sessions.stream().map(Session::accountId).toArray(String[]::new),
          sessions.stream().map(Session::sessionId).toArray(String[]::new),
          now);
    }
  }

  /** A login session as Keycloak names it. */
  public record Session(String accountId, String sessionId) {}

  /** The national number of whom the account acts for. */
  Optional<String> nationalIdOf(Transaction transaction, String accountId) {
    return transaction.first(
        row -> row.getString(0),
        """
        select p.national_id from account a join practitioner p on p.id = a.practitioner_id
        where a.account_id = $1
        """,
        accountId);
  }

  private void add(
      Transaction transaction, Action action, List<UUID> practitioners, OffsetDateTime now) {
    if (practitioners.isEmpty()) {
      return;
    }
    UUID[] ids = practitioners.toArray(UUID[]::new);
    transaction.update(
        """
        update account_task t set done_at = $2, last_failure = 'replaced' from account a
        where a.practitioner_id = any($1) and t.account_id = a.account_id and t.done_at is null
          and t.action in ('disable', 'enable')
        """,
        ids,
        now);
    transaction.update(
        """
        insert into account_task (account_id, action, created_at, next_attempt_at)
        select account_id, $2, $3, $3 from account where practitioner_id = any($1)
        """,
        ids,
        action.name(),
        now);
  }

  /**
   * Takes the oldest due task of an account nobody else works on, and holds both until the
   * transaction ends: Keycloak takes whole accounts only, so that of two changes at once one would
   * be lost.
   */
  Optional<Task> takeDue(Transaction transaction, OffsetDateTime now) {
    Set<String> busy = new HashSet<>();
    while (true) {
      Optional<Task> task = takeDue(transaction, now, busy);
      if (task.isEmpty() || holds(transaction, task.get().accountId())) {
        return task;
      }
      busy.add(task.get().accountId());
    }
  }

  private static boolean holds(Transaction transaction, String accountId) {
    return transaction
        .first(
            row -> row.getBoolean(0),
            "select pg_try_advisory_xact_lock($1, hashtext($2))",
            LOCK,
            accountId)
        .orElseThrow();
  }

  private static Optional<Task> takeDue(
      Transaction transaction, OffsetDateTime now, Set<String> busy) {
    return transaction.first(
        row ->
            new Task(
                row.getLong("id"),
                row.getString("account_id"),
                Action.valueOf(row.getString("action")),
                row.getString("session_id"),
                row.getInteger("attempts")),
        """
        select id, account_id, action, session_id, attempts from account_task
        where done_at is null and next_attempt_at <= $1 and account_id <> all($2)
        order by next_attempt_at, id limit 1 for update skip locked
        """,
        now,
        busy.toArray(String[]::new));
  }

  void done(Transaction transaction, Task task, OffsetDateTime now) {
    transaction.update(
        "update account_task set done_at = $2, attempts = attempts + 1 where id = $1",
        task.id(),
        now);
  }

  void failed(Transaction transaction, Task task, String code, OffsetDateTime now, Duration pause) {
    transaction.update(
        """
        update account_task set attempts = attempts + 1, last_failure = $2, next_attempt_at = $3
        where id = $1
        """,
        task.id(),
        code,
        now.plus(pause));
  }

  Backlog backlog(Transaction transaction) {
    return transaction
        .rows(
            row -> new Backlog(row.getLong(0), Optional.ofNullable(row.getOffsetDateTime(1))),
            "select count(*), min(created_at) from account_task where done_at is null")
        .getFirst();
  }
}
