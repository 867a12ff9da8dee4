package fr.liaison.conversation.commit;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Counts how often a device enters a conversation by itself, since every time costs all others a
 * new epoch. Counted in the database with the commit.
 */
@Singleton
class JoinWindows {
  private final CommitConfig config;
  private final Clock clock = Clock.systemUTC();

  JoinWindows(CommitConfig config) {
    this.config = config;
  }

  /** Counts one; answers how long to wait when that is one too many. */
  Optional<Duration> count(Transaction transaction, DeviceId device, ConversationId conversation) {
    Instant now = clock.instant();
    return transaction
        .first(
            row -> row.getOffsetDateTime("started_at").toInstant(),
            """
            with counted as (
              insert into join_window as w (device_id, conversation_id, started_at, used)
              values ($1, $2, $3, 1)
              on conflict (device_id, conversation_id) do update
                set used = case when w.started_at < $4 then 1 else w.used + 1 end,
                    started_at = case when w.started_at < $4 then $3 else w.started_at end
              returning used, started_at)
            select started_at from counted where used > $5
            """,
            device.value(),
            conversation.value(),
            now.atOffset(ZoneOffset.UTC),
            now.minus(config.joinWindow()).atOffset(ZoneOffset.UTC),
            config.joins())
        .map(started -> Duration.between(now, started.plus(config.joinWindow())));
  }
}
