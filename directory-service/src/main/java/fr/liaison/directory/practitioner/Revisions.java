package fr.liaison.directory.practitioner;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;

/**
 * The numbers that order changes of what search finds. Numbers become visible out of order, so
 * writers hold one advisory lock in share mode to the end of their transaction, and a number counts
 * as settled only when nobody holds it.
 */
@ApplicationScoped
public class Revisions {
  /** Any number, as long as no other code locks it: "FIND" in ASCII. */
  private static final long LOCK = 0x46494E44L;

  private final Event<Advanced> advanced;

  Revisions(Event<Advanced> advanced) {
    this.advanced = advanced;
  }

  /** Fired after the commit of a transaction that wrote revisions, on its thread. */
  public record Advanced() {}

  /** To be called before a transaction writes its first revision. */
  public void writing(Transaction transaction) {
    transaction.rows(
        row -> row.getBoolean(0), "select pg_advisory_xact_lock_shared($1) is null", LOCK);
    transaction.afterCommit(() -> advanced.fire(new Advanced()));
  }

  /** The highest revision anybody can see; lower ones may still be on their way. */
  public long visible(Transaction transaction) {
    return transaction
        .first(row -> row.getLong(0), "select coalesce(max(revision), 0) from practitioner")
        .orElseThrow();
  }

  /**
   * The highest revision below which no other can appear any more; empty while somebody writes
   * revisions. Never waits.
   */
  public Optional<Long> settled(Transaction transaction) {
    boolean alone =
        transaction
            .first(row -> row.getBoolean(0), "select pg_try_advisory_xact_lock($1)", LOCK)
            .orElseThrow();
    return alone ? Optional.of(visible(transaction)) : Optional.empty();
  }
}
