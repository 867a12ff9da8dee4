package fr.liaison.conversation.dormancy;

import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Notes that a device is there: on its stream, or reading a log. Costs one write an hour, whatever
 * the device does and on however many instances.
 */
@Singleton
public class DeviceSeen {
  private static final int MOST = 50_000;

  private final Database database;
  private final DormancyConfig config;
  private final Clock clock = Clock.systemUTC();
  private final ConcurrentMap<DeviceId, Instant> noted = new ConcurrentHashMap<>();

  DeviceSeen(Database database, DormancyConfig config) {
    this.database = database;
    this.config = config;
  }

  public void note(DeviceId device) {
    Instant now = clock.instant();
    Instant before = noted.get(device);
    if (before != null && before.plus(config.note()).isAfter(now)) {
      return;
    }
    database.run(
        transaction ->
            transaction.update(
                """
                insert into device_seen as s (device_id, seen_at) values ($1, $2)
                on conflict (device_id) do update set seen_at = excluded.seen_at
                where s.seen_at <= $3
                """,
                device.value(),
                now.atOffset(ZoneOffset.UTC),
                now.minus(config.note()).atOffset(ZoneOffset.UTC)));
    if (noted.size() >= MOST) {
      noted.clear();
    }
    noted.put(device, now);
  }
}
