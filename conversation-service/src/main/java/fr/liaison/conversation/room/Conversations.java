package fr.liaison.conversation.room;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.room.ConversationView.MemberView;
import fr.liaison.conversation.room.ConversationView.ReceiptView;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.State;
import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Creates rows of {@code conversation} and reads whole conversations for one of their devices. */
@Singleton
class Conversations {
  private static final String READ =
      """
      select c.id, c.kind, c.epoch, c.last_sequence, c.created_at, c.state, c.succeeds, c.succeeded_by,
             own.first_sequence, a.admins, m.device_id, m.practitioner_id, m.delivered_up_to,
             m.dormant_since, max(m.read_up_to) over (partition by c.id, m.practitioner_id) as read_up_to
      from member own
      join conversation c on c.id = own.conversation_id
      cross join lateral (
        select coalesce(array_agg(practitioner_id order by practitioner_id), '{}') as admins
        from conversation_admin where conversation_id = c.id and c.kind = 'group') as a
      join member m on m.conversation_id = c.id and m.left_sequence is null
      where own.device_id = $1 and own.left_sequence is null
      """;

  /** False when the id is taken. */
  boolean create(
      Transaction transaction, ConversationId id, Kind kind, Bytes openingHash, DeviceId creator) {
    return transaction.update(
            """
            insert into conversation (id, kind, opening_sha256, creator_device)
            values ($1, $2, $3, $4) on conflict do nothing
            """,
            id.value(),
            kind.wireName(),
            Buffer.buffer(openingHash.toArray()),
            creator.value())
        == 1;
  }

  /** Whether this very device opened this conversation thus with these very bytes. */
  boolean isRepetition(
      Transaction transaction,
      ConversationId id,
      Kind kind,
      Optional<ConversationId> succeeds,
      Bytes openingHash,
      DeviceId creator) {
    return transaction
        .first(
            row -> true,
            """
            select 1 from conversation
            where id = $1 and kind = $2 and opening_sha256 = $3 and creator_device = $4
              and succeeds is not distinct from $5
            """,
            id.value(),
            kind.wireName(),
            Buffer.buffer(openingHash.toArray()),
            creator.value(),
            succeeds.map(ConversationId::value).orElse(null))
        .isPresent();
  }

  /** Every conversation the device is in, newest first. */
  List<ConversationView> ofDevice(Transaction transaction, DeviceId device) {
    return fold(
        transaction.rows(
            row -> row, READ + "order by c.created_at desc, c.id, m.device_id", device.value()));
  }

  /** Open ones where the person takes part and this device is missing, oldest first. */
  List<JoinableView> joinable(Transaction transaction, DeviceId device, PractitionerId person) {
    return transaction.rows(
        row ->
            new JoinableView(
                row.getUUID("id"), Kind.valueOf(row.getString("kind")), row.getLong("epoch")),
        """
        select c.id, c.kind, c.epoch from conversation c
        where c.state = 'open'
          and exists (select from member m where m.conversation_id = c.id
                      and m.practitioner_id = $2 and (m.left_sequence is null or m.may_return)
                      and not exists (select from removal r where r.conversation_id = c.id
                                      and r.device_id = m.device_id and not r.may_return))
          and not exists (select from departure d
                          where d.practitioner_id = $2 and d.returned_at is null)
          and not exists (select from member m where m.conversation_id = c.id
                          and m.device_id = $1 and m.left_sequence is null)
        order by c.created_at, c.id limit 500
        """,
        device.value(),
        person.value());
  }

  /** The conversation, if the device is in it. */
  Optional<ConversationView> find(Transaction transaction, ConversationId id, DeviceId device) {
    return fold(
            transaction.rows(
                row -> row,
                READ + "and own.conversation_id = $2 order by m.device_id",
                device.value(),
                id.value()))
        .stream()
        .findFirst();
  }

  /** One row for each member becomes one view for each conversation. */
  private static List<ConversationView> fold(List<Row> rows) {
    Map<UUID, List<Row>> byConversation = new LinkedHashMap<>();
    rows.forEach(
        row -> byConversation.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>()).add(row));
    return byConversation.values().stream().map(Conversations::view).toList();
  }

  private static MemberView member(Row row) {
    OffsetDateTime dormant = row.getOffsetDateTime("dormant_since");
    return new MemberView(
        row.getUUID("practitioner_id"),
        row.getUUID("device_id"),
        dormant == null ? null : dormant.toInstant());
  }

  private static ConversationView view(List<Row> members) {
    Row row = members.getFirst();
    return new ConversationView(
        row.getUUID("id"),
        Kind.valueOf(row.getString("kind")),
        row.getLong("epoch"),
        row.getLong("last_sequence"),
        row.getLong("first_sequence"),
        row.getOffsetDateTime("created_at").toInstant(),
        State.valueOf(row.getString("state")),
        row.getUUID("succeeds"),
        row.getUUID("succeeded_by"),
        members.stream().map(Conversations::member).toList(),
        List.of(row.getArrayOfUUIDs("admins")),
        members.stream()
            .map(
                m ->
                    new ReceiptView(
                        m.getUUID("practitioner_id"),
                        m.getUUID("device_id"),
                        m.getLong("delivered_up_to"),
                        m.getLong("read_up_to")))
            .toList());
  }
}
