package fr.liaison.conversation.welcome;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.database.Uuid7;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Tables {@code welcome} and {@code welcome_recipient}: the bytes once, a row for each addressee.
 */
@Singleton
public class Welcomes {
  private static final int MOST = 100;
  private static final long MOST_BYTES = 1024 * 1024;

  public void store(
      Transaction transaction,
      ConversationId conversation,
      long sequence,
      Bytes welcome,
      Collection<DeviceId> recipients) {
    transaction.update(
        """
        with stored as (
          insert into welcome (id, conversation_id, sequence, payload) values ($1, $2, $3, $4)
          returning id)
        insert into welcome_recipient (device_id, welcome_id)
        select device, stored.id from stored, unnest($5::uuid[]) as device
        """,
        Uuid7.next(),
        conversation.value(),
        sequence,
        Buffer.buffer(welcome.toArray()),
        uuids(recipients));
  }

  /**
   * The oldest welcomes that wait for a device and are not among those it was sent already: no more
   * once their payloads reach the byte budget, at least one if there is any. Only what is answered
   * is read.
   */
  public List<WelcomeView> waiting(
      Transaction transaction, DeviceId device, Collection<UUID> sent) {
    return transaction.rows(
        row ->
            new WelcomeView(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getLong("sequence"),
                Bytes.of(row.getBuffer("payload").getBytes())),
        """
        select * from (
          select w.*, sum(octet_length(w.payload)) over (order by w.id) - octet_length(w.payload) as before
          from welcome_recipient r join welcome w on w.id = r.welcome_id
          where r.device_id = $1 and w.id <> all($2)
          order by w.id limit $3) as page
        where before < $4 order by id
        """,
        device.value(),
        sent.toArray(UUID[]::new),
        MOST,
        MOST_BYTES);
  }

  /** The device has joined, or gave up. */
  boolean done(Transaction transaction, DeviceId device, UUID welcome) {
    return forget(
        transaction,
        List.of(device),
        transaction.rows(
            row -> row.getUUID("id"), "select id from welcome where id = $1 for update", welcome));
  }

  /** Devices that left need no Welcome to where they were. */
  public void drop(
      Transaction transaction, ConversationId conversation, Collection<DeviceId> devices) {
    forget(
        transaction,
        devices,
        transaction.rows(
            row -> row.getUUID("id"),
            """
            select id from welcome
            where conversation_id = $2
              and id in (select welcome_id from welcome_recipient where device_id = any($1))
            order by id for update
            """,
            uuids(devices),
            conversation.value()));
  }

  /** Devices that may do nothing any more need no Welcome anywhere. */
  public void dropAll(Transaction transaction, Collection<DeviceId> devices) {
    forget(
        transaction,
        devices,
        transaction.rows(
            row -> row.getUUID("id"),
            """
            select id from welcome
            where id in (select welcome_id from welcome_recipient where device_id = any($1))
            order by id for update
            """,
            (Object) uuids(devices)));
  }

  /**
   * Takes these addressees off, and the bytes with the last one; true when there were any. The
   * welcomes are locked: two last addressees at once would each take the other for one that stays.
   */
  private static boolean forget(
      Transaction transaction, Collection<DeviceId> devices, List<UUID> locked) {
    return !locked.isEmpty()
        && transaction
            .first(
                row -> row.getBoolean(0),
                """
                with gone as (
                  delete from welcome_recipient where welcome_id = any($1) and device_id = any($2)
                  returning welcome_id),
                bytes as (
                  delete from welcome w
                  where w.id in (select welcome_id from gone) and not exists (
                    select from welcome_recipient r
                    where r.welcome_id = w.id and r.device_id <> all($2)))
                select exists (select from gone)
                """,
                locked.toArray(UUID[]::new),
                uuids(devices))
            .orElse(false);
  }

  private static UUID[] uuids(Collection<DeviceId> devices) {
    return devices.stream().map(DeviceId::value).toArray(UUID[]::new);
  }
}
