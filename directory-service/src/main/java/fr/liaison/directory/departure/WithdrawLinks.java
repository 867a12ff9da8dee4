package fr.liaison.directory.departure;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Ends the open links of people who may act no more, for good: they do not come back to life with
 * whoever made them.
 */
@ApplicationScoped
class WithdrawLinks {
  void of(Transaction transaction, List<UUID> makers, OffsetDateTime now) {
    transaction.update(
        """
        update invitation set withdrawn_at = $2, email = null
        where created_by = any($1) and accepted_at is null and withdrawn_at is null
          and expires_at > $2
        """,
        makers.toArray(UUID[]::new),
        now);
  }
}
