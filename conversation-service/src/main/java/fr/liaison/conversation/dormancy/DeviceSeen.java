package fr.liaison.conversation.dormancy;

import fr.liaison.contracts.event.DeviceUsed;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Notes that a device is there: on its stream, or reading a log. Costs one write an hour, whatever
 * the device does and on however many instances. The first of a day (UTC) is told to the directory,
 * which shows people when their devices were last used (ADR 0019).
 */
@Singleton
public class DeviceSeen {
  private static final int MOST = 50_000;

  private final Database database;
  private final DormancyConfig config;
  private final Outbox outbox;
  private final Clock clock = Clock.systemUTC();
  private final ConcurrentMap<DeviceId, Instant> noted = new ConcurrentHashMap<>();

  DeviceSeen(Database database, DormancyConfig config, Outbox outbox) {
    this.database = database;
    this.config = config;
    this.outbox = outbox;
  }

  public void note(DeviceId device) {
    Instant now = clock.instant();
    Instant before = noted.get(device);
    if (before != null && before.plus(config.note()).isAfter(now)) {
      return;
    }
    database.run(transaction -> note(transaction, device, now));
    if (noted.size() >= MOST) {
      noted.clear();
    }
    noted.put(device, now);
  }

  /** Of two instances at once, the one that waited finds the row written and changes nothing. */
  private void note(Transaction transaction, DeviceId device, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    transaction
        .first(
            row -> Optional.ofNullable(row.getOffsetDateTime(0)),
            """
            insert into device_seen as s (device_id, seen_at) values ($1, $2)
            on conflict (device_id) do update set seen_at = excluded.seen_at
            where s.seen_at <= $3
            returning old.seen_at
            """,
            device.value(),
            now.atOffset(ZoneOffset.UTC),
            now.minus(config.note()).atOffset(ZoneOffset.UTC))
        .filter(
            before ->
                before
                    .map(time -> LocalDate.ofInstant(time.toInstant(), ZoneOffset.UTC))
                    .filter(day -> !day.isBefore(today))
                    .isEmpty())
        .ifPresent(first -> outbox.append(transaction, new DeviceUsed(device.value(), today)));
  }
}
