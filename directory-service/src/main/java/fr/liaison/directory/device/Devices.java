package fr.liaison.directory.device;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of devices. A revoked row never changes again. */
@ApplicationScoped
public class Devices {
  /**
   * Active devices of the person, counted under a lock that lets one enrolment run at a time and
   * makes it wait for an import at work; empty when the person has left the register meanwhile.
   */
  OptionalInt countLocked(Transaction transaction, PractitionerId practitioner) {
    boolean active =
        transaction
            .first(
                row -> row.getString(0),
                "select status from practitioner where id = $1 for no key update",
                practitioner.value())
            .filter("active"::equals)
            .isPresent();
    if (!active) {
      return OptionalInt.empty();
    }
    return transaction
        .first(
            row -> OptionalInt.of(row.getInteger(0)),
            """
            select count(*)::int from device where practitioner_id = $1 and status = 'active'
            """,
            practitioner.value())
        .orElseGet(OptionalInt::empty);
  }

  void add(Transaction transaction, Device device, String accountId, PractitionerId practitioner) {
    transaction.update(
        """
        insert into device (id, account_id, practitioner_id, name, signature_key, status,
          enrolled_at, expires_at, certificate, issuer, binding_logged, last_used_on)
        values ($1, $2, $3, $4, $5, 'active', $6, $7, $8, $9, true, $10)
        """,
        device.id(),
        accountId,
        practitioner.value(),
        device.name(),
        Buffer.buffer(device.signatureKey().toArray()),
        device.enrolledAt().atOffset(ZoneOffset.UTC),
        device.expiresAt().atOffset(ZoneOffset.UTC),
        Buffer.buffer(device.certificateChain().getFirst().toArray()),
        Buffer.buffer(device.certificateChain().getLast().toArray()),
        device.lastUsedOn());
  }

  /** A device of the account, kept from changing until the transaction ends. */
  Optional<Device> findLocked(Transaction transaction, DeviceId device, String accountId) {
    return transaction.first(
        Devices::device,
        "select * from device where id = $1 and account_id = $2 for no key update",
        device.value(),
        accountId);
  }

  /** The former certificate is kept: should the device be revoked, that ends, too. */
  void renew(Transaction transaction, Device device) {
    transaction.update(
        """
        insert into former_certificate (device_id, certificate, expires_at)
        select id, certificate, expires_at from device where id = $1
        """,
        device.id());
    transaction.update(
        "update device set expires_at = $2, certificate = $3, issuer = $4 where id = $1",
        device.id(),
        device.expiresAt().atOffset(ZoneOffset.UTC),
        Buffer.buffer(device.certificateChain().getFirst().toArray()),
        Buffer.buffer(device.certificateChain().getLast().toArray()));
  }

  Device rename(Transaction transaction, DeviceId device, String name) {
    return transaction
        .first(
            Devices::device,
            "update device set name = $2 where id = $1 returning *",
            device.value(),
            name)
        .orElseThrow();
  }

  /**
   * Moves the days forward, never back. One that another transaction holds is passed over, so that
   * nobody waits for this; its day comes again tomorrow.
   */
  void used(Transaction transaction, Map<UUID, LocalDate> days) {
    transaction.update(
        """
        with used as (
          select u.id, u.day from unnest($1::uuid[], $2::date[]) as u (id, day)
          join device d on d.id = u.id
          where d.status = 'active' and (d.last_used_on is null or d.last_used_on < u.day)
          for no key update of d skip locked)
        update device set last_used_on = used.day from used where device.id = used.id
        """,
        days.keySet().toArray(UUID[]::new),
        days.values().toArray(LocalDate[]::new));
  }

  List<Device> ofAccount(Transaction transaction, String accountId) {
    return transaction.rows(
        Devices::device,
        "select * from device where account_id = $1 order by enrolled_at, id",
        accountId);
  }

  List<PeerDevice> activeOf(Transaction transaction, PractitionerId practitioner) {
    return transaction.rows(
        row -> {
          Device device = device(row);
          return new PeerDevice(
              device.id(),
              device.signatureKey(),
              device.certificateChain(),
              device.enrolledAt(),
              device.expiresAt());
        },
        """
        select * from device
        where practitioner_id = $1 and status = 'active' and expires_at > now()
        order by enrolled_at, id
        """,
        practitioner.value());
  }

  /** Whether the account owns the device at all. */
  boolean isOf(Transaction transaction, DeviceId device, String accountId) {
    return transaction
        .first(
            row -> row.getUUID(0),
            "select id from device where id = $1 and account_id = $2",
            device.value(),
            accountId)
        .isPresent();
  }

  boolean isHeldBy(Transaction transaction, DeviceId device, PractitionerId owner) {
    return transaction
        .first(
            row -> row.getUUID(0),
            "select id from device where id = $1 and practitioner_id = $2",
            device.value(),
            owner.value())
        .isPresent();
  }

  List<DeviceRevoked> revoke(
      Transaction transaction, DeviceId device, String reason, OffsetDateTime now) {
    return revoked(transaction, "id = $3", reason, now, device.value());
  }

  List<DeviceRevoked> revokeAllOf(
      Transaction transaction, UUID[] practitioners, String reason, OffsetDateTime now) {
    return revoked(transaction, "practitioner_id = any($3)", reason, now, (Object) practitioners);
  }

  /** Revokes a bounded number of devices whose certificate ended before a moment. */
  List<DeviceRevoked> revokeExpired(
      Transaction transaction, String reason, OffsetDateTime now, OffsetDateTime end, int most) {
    return revoked(
        transaction,
        """
        id in (select id from device where status = 'active' and expires_at <= $3
               order by expires_at limit $4 for update skip locked)
        """,
        reason,
        now,
        end,
        most);
  }

  /** Active devices whose binding the log was not told of; they count as told from here on. */
  List<DeviceBindings.Binding> claimUnlogged(Transaction transaction, int most) {
    return transaction.rows(
        row ->
            new DeviceBindings.Binding(
                row.getUUID(0),
                row.getUUID(1),
                row.getString(2),
                bytes(row.getBuffer(3)),
                row.getOffsetDateTime(4).toInstant()),
        """
        with missing as (
          select id from device where status = 'active' and not binding_logged
          limit $1 for update skip locked)
        update device set binding_logged = true
        from missing, practitioner
        where device.id = missing.id and practitioner.id = device.practitioner_id
        returning device.id, device.practitioner_id, practitioner.national_id,
          device.signature_key, device.expires_at
        """,
        most);
  }

  /** Revoked devices whose end the log was not told of; they count as told from here on. */
  List<DeviceRevoked> claimUnloggedRevocations(Transaction transaction, int most) {
    return transaction.rows(
        row -> new DeviceRevoked(row.getUUID(0), row.getUUID(1), row.getString(2)),
        """
        with missing as (
          select id from device where status = 'revoked' and not revocation_logged
          limit $1 for update skip locked)
        update device set revocation_logged = true
        from missing where device.id = missing.id
        returning device.id, device.practitioner_id, device.revocation_reason
        """,
        most);
  }

  /** Whoever revokes tells the log, too. */
  private static List<DeviceRevoked> revoked(
      Transaction transaction,
      String condition,
      String reason,
      OffsetDateTime now,
      Object... arguments) {
    return transaction.rows(
        row -> new DeviceRevoked(row.getUUID(0), row.getUUID(1), reason),
        "update device set status = 'revoked', revoked_at = $1, revocation_reason = $2,"
            + " revocation_logged = true"
            + " where status = 'active' and "
            + condition
            + " returning id, practitioner_id",
        Stream.concat(Stream.of(now, reason), Arrays.stream(arguments)).toArray());
  }

  private static Device device(Row row) {
    return new Device(
        row.getUUID("id"),
        row.getString("name"),
        bytes(row.getBuffer("signature_key")),
        Device.Status.valueOf(row.getString("status")),
        row.getOffsetDateTime("enrolled_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        List.of(bytes(row.getBuffer("certificate")), bytes(row.getBuffer("issuer"))),
        row.getLocalDate("last_used_on"));
  }

  private static Bytes bytes(io.vertx.mutiny.core.buffer.Buffer buffer) {
    return Bytes.of(buffer.getBytes());
  }
}
