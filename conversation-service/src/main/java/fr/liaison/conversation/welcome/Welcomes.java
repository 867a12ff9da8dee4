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

  /** The device has joined, or gave up; the bytes go with the last addressee. */
  boolean done(Transaction transaction, DeviceId device, UUID welcome) {
    int removed =
        transaction.update(
            "delete from welcome_recipient where device_id = $1 and welcome_id = $2",
            device.value(),
            welcome);
    transaction.update(
        """
        delete from welcome where id = $1
          and not exists (select from welcome_recipient where welcome_id = $1)
        """,
        welcome);
    return removed > 0;
  }

  /** Devices that left need no Welcome to where they were. */
  public void drop(
      Transaction transaction, ConversationId conversation, Collection<DeviceId> devices) {
    transaction.update(
        """
        delete from welcome_recipient r using welcome w
        where w.id = r.welcome_id and w.conversation_id = $1 and r.device_id = any($2)
        """,
        conversation.value(),
        uuids(devices));
  }

  private static UUID[] uuids(Collection<DeviceId> devices) {
    return devices.stream().map(DeviceId::value).toArray(UUID[]::new);
  }
}
