package fr.liaison.conversation.stream;

import fr.liaison.contracts.event.DevicePresence;
import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Which devices have a live stream anywhere. Says so once when a device's first stream opens and
 * once when its last one is gone. What an instance leaves behind when it is killed is cleared when
 * it starts again, or by any other instance once it has been silent long enough.
 */
@Singleton
class Presence {
  private final Database database;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final StreamConfig config;
  private final Clock clock = Clock.systemUTC();

  Presence(Database database, Outbox outbox, AuditTrail audit, StreamConfig config) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.config = config;
  }

  void opened(UUID session, Requester requester) {
    DeviceId device = requester.device();
    database.run(
        transaction -> {
          boolean first = isAbsent(transaction, device.value());
          transaction.update(
              "insert into stream_session (id, device_id, instance_id) values ($1, $2, $3)",
              session,
              device.value(),
              config.instance());
          audit.record(transaction, requester.act("stream.open").on("device", device));
          if (first) {
            outbox.append(transaction, presence(device.value(), true));
          }
        });
  }

  void closed(UUID session, DeviceId device) {
    database.run(
        transaction -> {
          // Locks the device before looking, so that two closings cannot both see the other's row.
          boolean absentBefore = isAbsent(transaction, device.value());
          transaction.update("delete from stream_session where id = $1", session);
          if (!absentBefore && isAbsent(transaction, device.value())) {
            outbox.append(transaction, presence(device.value(), false));
          }
        });
  }

  /**
   * Says that this instance lives and holds exactly these sessions; clears what it no longer holds,
   * and instances that fell silent.
   */
  void beat(Collection<UUID> held) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    database.run(
        transaction -> {
          transaction.update(
              """
              insert into stream_instance (id, beat_at) values ($1, $2)
              on conflict (id) do update set beat_at = excluded.beat_at
              """,
              config.instance(),
              now);
          List<UUID> orphans =
              transaction.rows(
                  row -> row.getUUID("device_id"),
                  """
                  delete from stream_session s using stream_instance i
                  where i.id = s.instance_id
                    and (i.beat_at < $2
                         or i.id = $1 and s.id <> all($3) and s.opened_at < $2)
                  returning s.device_id
                  """,
                  config.instance(),
                  now.minus(config.silence()),
                  held.toArray(UUID[]::new));
          announceAbsent(transaction, orphans);
        });
  }

  /** At start this instance holds nothing, whatever it held when it was killed. */
  void clearOwn() {
    database.run(
        transaction ->
            announceAbsent(
                transaction,
                transaction.rows(
                    row -> row.getUUID("device_id"),
                    "delete from stream_session where instance_id = $1 returning device_id",
                    config.instance())));
  }

  private void announceAbsent(Transaction transaction, List<UUID> devices) {
    List<DomainEvent> events =
        devices.stream()
            .distinct()
            .sorted()
            .filter(device -> isAbsent(transaction, device))
            .<DomainEvent>map(device -> presence(device, false))
            .toList();
    outbox.appendAll(transaction, events);
  }

  /** Takes the device's row lock first, so that openings and closings see each other. */
  private static boolean isAbsent(Transaction transaction, UUID device) {
    transaction.update("select 1 from known_device where device_id = $1 for no key update", device);
    return transaction
        .first(row -> true, "select 1 from stream_session where device_id = $1 limit 1", device)
        .isEmpty();
  }

  private DevicePresence presence(UUID device, boolean connected) {
    return new DevicePresence(device, connected, clock.instant());
  }
}
