package fr.liaison.conversation.keypackage;

import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts claims of a device from a person in fixed windows, in the database, so that all instances
 * count together and nobody can empty somebody's pool.
 */
@Singleton
class ClaimWindows {
  private final KeyPackageConfig config;

  ClaimWindows(KeyPackageConfig config) {
    this.config = config;
  }

  /** Counts one claim from each; answers how long to wait when that is one too many for any. */
  Optional<Duration> count(
      Transaction transaction, DeviceId claimant, Collection<PractitionerId> persons, Instant now) {
    Instant oldest = now.minus(config.window());
    return transaction
        .rows(
            row -> row.getOffsetDateTime("started_at").toInstant(),
            """
            with counted as (
              insert into claim_window as w (device_id, practitioner_id, started_at, used)
              select $1, person, $3, 1 from unnest($2::uuid[]) as person order by person
              on conflict (device_id, practitioner_id) do update
                set used = case when w.started_at < $4 then 1 else w.used + 1 end,
                    started_at = case when w.started_at < $4 then $3 else w.started_at end
              returning used, started_at)
            select started_at from counted where used > $5 order by started_at desc limit 1
            """,
            claimant.value(),
            persons.stream().map(PractitionerId::value).toArray(UUID[]::new),
            now.atOffset(ZoneOffset.UTC),
            oldest.atOffset(ZoneOffset.UTC),
            config.claims())
        .stream()
        .findFirst()
        .map(started -> Duration.between(now, started.plus(config.window())));
  }
}
