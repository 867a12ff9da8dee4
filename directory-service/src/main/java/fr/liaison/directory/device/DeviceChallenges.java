package fr.liaison.directory.device;

import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;

/** Challenges by digest. One is answered at most once, by the account that asked for it. */
@ApplicationScoped
public class DeviceChallenges {
  /** Stores a challenge unless the account holds too many; drops those that expired. */
  boolean add(
      Transaction transaction,
      byte[] digest,
      String accountId,
      OffsetDateTime now,
      OffsetDateTime expiresAt,
      int most) {
    transaction.update(
        "delete from device_challenge where account_id = $1 and expires_at <= $2", accountId, now);
    return transaction.update(
            """
            insert into device_challenge (digest, account_id, expires_at)
            select $1, $2, $3
            where (select count(*) from device_challenge
                   where account_id = $2 and used_at is null) < $4
            """,
            Buffer.buffer(digest),
            accountId,
            expiresAt,
            most)
        == 1;
  }

  /** Uses the challenge up; false when it is unknown, used, expired or somebody else's. */
  boolean use(Transaction transaction, byte[] digest, String accountId, OffsetDateTime now) {
    return transaction.update(
            """
            update device_challenge set used_at = $3
            where digest = $1 and account_id = $2 and used_at is null and expires_at > $3
            """,
            Buffer.buffer(digest),
            accountId,
            now)
        == 1;
  }
}
