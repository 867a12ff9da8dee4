package fr.liaison.conversation.keypackage;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Table {@code key_package}. */
@Singleton
public class Pools {
  /** A key package fit for the pool. */
  record Invitation(Bytes initKey, Bytes keyPackage, Instant notAfter) {}

  /** What a claim found for one device; {@code available} counts what is left. */
  record Claimed(
      DeviceId device, Optional<Bytes> keyPackage, Optional<Bytes> lastResort, int available) {}

  /** What a device has waiting. */
  record Level(int available, boolean lastResort) {}

  /** Adds those whose init key was never seen from this device; forgets expired ones. */
  void add(Transaction transaction, DeviceId device, List<Invitation> invitations) {
    transaction.update(
        "delete from key_package where device_id = $1 and not_after <= clock_timestamp()",
        device.value());
    transaction.update(
        """
        insert into key_package (device_id, init_key, payload, not_after)
        select $1, * from unnest($2::bytea[], $3::bytea[], $4::timestamptz[])
        on conflict do nothing
        """,
        device.value(),
        invitations.stream().map(i -> buffer(i.initKey())).toArray(Buffer[]::new),
        invitations.stream().map(i -> buffer(i.keyPackage())).toArray(Buffer[]::new),
        invitations.stream()
            .map(i -> i.notAfter().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
  }

  /** Replaces the last resort; one whose init key was used before is ignored. */
  void replaceLastResort(Transaction transaction, DeviceId device, Invitation invitation) {
    transaction.update(
        "delete from key_package where device_id = $1 and last_resort", device.value());
    transaction.update(
        """
        insert into key_package (device_id, init_key, payload, not_after, last_resort)
        values ($1, $2, $3, $4, true) on conflict do nothing
        """,
        device.value(),
        buffer(invitation.initKey()),
        buffer(invitation.keyPackage()),
        invitation.notAfter().atOffset(ZoneOffset.UTC));
  }

  Level level(Transaction transaction, DeviceId device) {
    return transaction
        .first(
            row -> new Level(row.getLong("available").intValue(), row.getBoolean("last_resort")),
            """
            select count(*) filter (where not last_resort) as available,
                   coalesce(bool_or(last_resort), false) as last_resort
            from key_package
            where device_id = $1 and claimed_at is null and not_after > clock_timestamp()
            """,
            device.value())
        .orElseThrow();
  }

  /**
   * Takes one from each device's pool, oldest first, and reads the last resort beside it. One
   * statement: of two claims at the same moment each gets another key package or none; the last
   * resort is read without a lock and never blocks anybody.
   */
  List<Claimed> claim(Transaction transaction, DeviceId claimant, Collection<DeviceId> devices) {
    return transaction.rows(
        Pools::claimed,
        """
        with target as (select unnest($1::uuid[]) as device_id),
        picked as (
          select t.device_id, free.init_key from target t
          cross join lateral (
            select k.init_key from key_package k
            where k.device_id = t.device_id and k.claimed_at is null and not k.last_resort
              and k.not_after > clock_timestamp()
            order by k.uploaded_at limit 1 for update skip locked) as free),
        taken as (
          update key_package k
          set claimed_at = clock_timestamp(), claimed_by = $2, payload = null
          from picked p where k.device_id = p.device_id and k.init_key = p.init_key
          returning k.device_id, old.payload as payload)
        select t.device_id, taken.payload, resort.payload as last_resort,
               (select count(*) from key_package k
                where k.device_id = t.device_id and k.claimed_at is null and not k.last_resort
                  and k.not_after > clock_timestamp()) as before
        from target t
        left join taken on taken.device_id = t.device_id
        left join key_package resort on resort.device_id = t.device_id and resort.last_resort
          and resort.not_after > clock_timestamp()
        order by t.device_id
        """,
        devices.stream().map(DeviceId::value).toArray(UUID[]::new),
        claimant.value());
  }

  /** Those of the devices that somebody could invite. */
  public Set<DeviceId> invitable(Transaction transaction, Collection<DeviceId> devices) {
    return Set.copyOf(
        transaction.rows(
            row -> new DeviceId(row.getUUID("device_id")),
            """
            select distinct device_id from key_package
            where device_id = any($1) and claimed_at is null and not_after > clock_timestamp()
            """,
            (Object) devices.stream().map(DeviceId::value).toArray(UUID[]::new)));
  }

  void purge(Transaction transaction, Collection<DeviceId> devices) {
    transaction.update(
        "delete from key_package where device_id = any($1)",
        (Object) devices.stream().map(DeviceId::value).toArray(UUID[]::new));
  }

  private static Claimed claimed(Row row) {
    Optional<Bytes> taken = bytes(row, "payload");
    int before = row.getLong("before").intValue();
    return new Claimed(
        new DeviceId(row.getUUID("device_id")),
        taken,
        bytes(row, "last_resort"),
        taken.isPresent() ? before - 1 : before);
  }

  private static Optional<Bytes> bytes(Row row, String column) {
    return Optional.ofNullable(row.getBuffer(column)).map(b -> Bytes.of(b.getBytes()));
  }

  private static Buffer buffer(Bytes bytes) {
    return Buffer.buffer(bytes.toArray());
  }
}
