package fr.liaison.conversation.roster;

import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Table {@code member}. Whoever changes a roster holds its conversation's row lock. */
@Singleton
public class Rosters {
  private static final String MEMBERSHIP =
      """
      select m.conversation_id, m.first_sequence, m.left_sequence, m.delivered_up_to, m.dormant_since,
             least(m.left_sequence, c.last_sequence) as readable
      from member m join conversation c on c.id = m.conversation_id
      """;

  /** The active members of these conversations, by conversation. */
  public Map<ConversationId, List<Member>> of(
      Transaction transaction, Collection<ConversationId> conversations) {
    return transaction
        .rows(
            row -> Map.entry(new ConversationId(row.getUUID("conversation_id")), member(row)),
            """
            select conversation_id, device_id, practitioner_id from member
            where conversation_id = any($1) and left_sequence is null
            order by conversation_id, device_id
            """,
            (Object) conversations.stream().map(ConversationId::value).toArray(UUID[]::new))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  public List<Member> of(Transaction transaction, ConversationId conversation) {
    return of(transaction, List.of(conversation)).getOrDefault(conversation, List.of());
  }

  /** How many persons have a device in the conversation. */
  public int persons(Transaction transaction, ConversationId conversation) {
    return (int)
        of(transaction, conversation).stream().map(Member::practitioner).distinct().count();
  }

  /** Every person who is or ever was in the conversation. */
  public Set<PractitionerId> everyPerson(Transaction transaction, ConversationId conversation) {
    return Set.copyOf(
        transaction.rows(
            row -> new PractitionerId(row.getUUID("practitioner_id")),
            "select distinct practitioner_id from member where conversation_id = $1",
            conversation.value()));
  }

  /** The device's membership, past ones included; empty when it never was a member. */
  public Optional<Membership> membership(
      Transaction transaction, ConversationId conversation, DeviceId device) {
    return transaction.first(
        Rosters::membership,
        MEMBERSHIP + "where m.conversation_id = $1 and m.device_id = $2",
        conversation.value(),
        device.value());
  }

  /** Every membership of the device that still has something to read. */
  public List<Membership> memberships(Transaction transaction, DeviceId device) {
    return transaction.rows(
        Rosters::membership,
        MEMBERSHIP
            + """
            where m.device_id = $1
              and (m.left_sequence is null or m.left_sequence > m.delivered_up_to)
            order by m.conversation_id
            """,
        device.value());
  }

  public boolean isIn(Transaction transaction, ConversationId conversation, DeviceId device) {
    return membership(transaction, conversation, device).filter(Membership::active).isPresent();
  }

  /** Whether the person takes part: with a device, or after losing the last one. */
  public boolean takesPart(
      Transaction transaction, ConversationId conversation, PractitionerId person) {
    return transaction
        .first(
            row -> true,
            """
            select 1 from member
            where conversation_id = $1 and practitioner_id = $2
              and (left_sequence is null or may_return)
              and not exists (select from removal r where r.conversation_id = $1
                              and r.device_id = member.device_id and not r.may_return)
              and not exists (select from departure d
                              where d.practitioner_id = $2 and d.returned_at is null)
            limit 1
            """,
            conversation.value(),
            person.value())
        .isPresent();
  }

  /**
   * Everybody who takes part, each with one device, in it or not: those who are in and those whose
   * place is kept, but for who is about to go for good.
   */
  public List<Member> takingPart(Transaction transaction, ConversationId conversation) {
    return transaction.rows(
        Rosters::member,
        """
        select distinct on (practitioner_id) practitioner_id, device_id from member
        where conversation_id = $1 and (left_sequence is null or may_return)
          and not exists (select from removal r where r.conversation_id = $1
                          and r.device_id = member.device_id and not r.may_return)
          and not exists (select from departure d
                          where d.practitioner_id = member.practitioner_id and d.returned_at is null)
        order by practitioner_id, device_id
        """,
        conversation.value());
  }

  /** Who holds a device that is or was in the conversation. */
  public PractitionerId personOf(
      Transaction transaction, ConversationId conversation, DeviceId device) {
    return transaction
        .first(
            row -> new PractitionerId(row.getUUID("practitioner_id")),
            "select practitioner_id from member where conversation_id = $1 and device_id = $2",
            conversation.value(),
            device.value())
        .orElseThrow(() -> new IllegalStateException("an entry by nobody who was ever in"));
  }

  /** Keeps places in a new conversation for who could not be invited; they may read nothing yet. */
  public void keepPlaces(
      Transaction transaction, ConversationId conversation, List<Member> absent) {
    transaction.update(
        """
        insert into member
          (conversation_id, device_id, practitioner_id, first_sequence, left_sequence, may_return)
        select $1, m.device, m.practitioner, 1, 0, true
        from unnest($2::uuid[], $3::uuid[]) as m(device, practitioner) order by m.device
        """,
        conversation.value(),
        absent.stream().map(m -> m.device().value()).toArray(UUID[]::new),
        absent.stream().map(m -> m.practitioner().value()).toArray(UUID[]::new));
  }

  /** Who was in the old conversation and is not in the new one was there, without any right. */
  public void rememberPersons(
      Transaction transaction, ConversationId old, ConversationId conversation) {
    transaction.update(
        """
        insert into member
          (conversation_id, device_id, practitioner_id, first_sequence, left_sequence)
        select distinct on (m.practitioner_id) $2::uuid, m.device_id, m.practitioner_id, 1, 0
        from member m
        where m.conversation_id = $1 and m.practitioner_id not in (
          select practitioner_id from member where conversation_id = $2)
        order by m.practitioner_id, m.device_id
        """,
        old.value(),
        conversation.value());
  }

  /** Puts devices in; one that was removed before reads from here on only. */
  public void add(
      Transaction transaction, ConversationId conversation, long sequence, List<Member> members) {
    transaction.update(
        """
        insert into member
          (conversation_id, device_id, practitioner_id, first_sequence, delivered_up_to)
        select $1, m.device, m.practitioner, $2::bigint, $2::bigint - 1
        from unnest($3::uuid[], $4::uuid[]) as m(device, practitioner)
        order by m.device
        on conflict (conversation_id, device_id) do update
          set practitioner_id = excluded.practitioner_id, first_sequence = excluded.first_sequence,
              left_sequence = null, may_return = false, delivered_up_to = excluded.delivered_up_to,
              joined_at = now(), dormant_since = null
        """,
        conversation.value(),
        sequence,
        members.stream().map(m -> m.device().value()).toArray(UUID[]::new),
        members.stream().map(m -> m.practitioner().value()).toArray(UUID[]::new));
    // Back with a device, nobody needs the place that was kept; putting them out again is final.
    transaction.update(
        """
        update member set may_return = false
        where conversation_id = $1 and may_return and practitioner_id = any($2)
        """,
        conversation.value(),
        members.stream().map(m -> m.practitioner().value()).toArray(UUID[]::new));
  }

  /**
   * Takes devices out as of the commit at this sequence, which they may still read.
   *
   * @param mayReturn those of them whose person may come back with another device
   */
  public void remove(
      Transaction transaction,
      ConversationId conversation,
      long sequence,
      Set<DeviceId> devices,
      Set<DeviceId> mayReturn) {
    transaction.update(
        """
        with leaving as (
          select device_id from member
          where conversation_id = $1 and device_id = any($3)
          order by device_id for no key update)
        update member m set left_sequence = $2, may_return = m.device_id = any($4) from leaving l
        where m.conversation_id = $1 and m.device_id = l.device_id
        """,
        conversation.value(),
        sequence,
        devices.stream().map(DeviceId::value).toArray(UUID[]::new),
        mayReturn.stream().map(DeviceId::value).toArray(UUID[]::new));
    Set<DeviceId> putOut = new HashSet<>(devices);
    putOut.removeAll(mayReturn);
    transaction.update(
        """
        update member m set may_return = false
        where m.conversation_id = $1 and m.may_return and m.practitioner_id in (
          select practitioner_id from member where conversation_id = $1 and device_id = any($2))
        """,
        conversation.value(),
        putOut.stream().map(DeviceId::value).toArray(UUID[]::new));
  }

  /** Whoever left the register keeps no place anywhere. */
  public void forgetPlaces(Transaction transaction, PractitionerId person) {
    transaction.update(
        "update member set may_return = false where practitioner_id = $1 and may_return",
        person.value());
  }

  private static Member member(Row row) {
    return new Member(
        new DeviceId(row.getUUID("device_id")), new PractitionerId(row.getUUID("practitioner_id")));
  }

  private static Membership membership(Row row) {
    OffsetDateTime dormant = row.getOffsetDateTime("dormant_since");
    return new Membership(
        new ConversationId(row.getUUID("conversation_id")),
        row.getLong("first_sequence"),
        row.getLong("left_sequence"),
        row.getLong("delivered_up_to"),
        row.getLong("readable"),
        dormant == null ? null : dormant.toInstant());
  }
}
