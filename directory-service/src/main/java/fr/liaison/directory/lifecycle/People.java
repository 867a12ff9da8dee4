package fr.liaison.directory.lifecycle;

import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Standing;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where people, not programs, stand. */
@ApplicationScoped
class People {
  /** The id of an entry holds the time at which it came. */
  private static final String ROW =
      """
      select * from (
        select p.id, p.national_id, p.given_name, p.family_name, p.profession, p.source,
          p.last_listed, a.bound_at, t.action, t.created_at as waits_since, t.attempts,
          t.last_failure, s.reason, s.note, s.suspended_at, s.suspended_by,
          <standing> as standing,
          case when p.status <> 'active' then p.status
               when a.bound_at is not null then 'activated' else 'known' end as state,
          case p.status when 'departed' then p.departed_at when 'suspended' then p.suspended_at
               else coalesce(a.bound_at, uuid_extract_timestamp(p.id), to_timestamp(0)) end as since
        from practitioner p
        left join account a on a.practitioner_id = p.id
        left join lateral (
          select * from account_task w where w.account_id = a.account_id and w.done_at is null
          order by w.id desc limit 1) t on true
        left join suspension s on s.practitioner_id = p.id and s.lifted_at is null
        where not exists (select from software w where w.practitioner_id = p.id) %s) person
      """
          .replace("<standing>", Standing.sql("p"));

  private static final String ONE = ROW.formatted("and p.id = $1");

  Optional<Person> find(Transaction transaction, PractitionerId id, int mostDevices) {
    List<Person.HeldDevice> devices = devices(transaction, id);
    return transaction.first(row -> person(row, devices, mostDevices), ONE, id.value());
  }

  /** False for nobody and for programs. */
  boolean has(Transaction transaction, PractitionerId id) {
    return transaction
        .first(
            row -> row.getBoolean(0),
            """
            select exists (select from practitioner where id = $1)
              and not exists (select from software where practitioner_id = $1)
            """,
            id.value())
        .orElseThrow();
  }

  /** One more than the page holds, where there are more. */
  List<PersonPage.Entry> page(Transaction transaction, PeopleQuery query) {
    return transaction.rows(
        People::entry,
        ROW.formatted(wanted(query)) + "order by family_name collate \"C\", id limit $3",
        query.q(),
        query.after(),
        query.limit() + 1);
  }

  /** Only what is asked for, so that the planner sees which index answers it. */
  private static String wanted(PeopleQuery query) {
    String match =
        switch (query.match()) {
          case everybody -> "and $1::text is null";
          case nationalId -> "and p.national_id = $1::text";
          case familyName ->
              """
              and p.family_name collate "C" >= $1::text
              and p.family_name collate "C" < $1::text || chr(1114111)
              """;
        };
    String after =
        query.after() == null
            ? " and $2::uuid is null"
            : """
               and (p.family_name collate "C", p.id) >
                (select l.family_name collate "C", l.id from practitioner l where l.id = $2::uuid)
              """;
    return match + after + standing(query.state());
  }

  private static String standing(@Nullable LifecycleState state) {
    return switch (state) {
      case null -> "";
      case known -> " and p.status = 'active' and a.bound_at is null";
      case activated -> " and p.status = 'active' and a.bound_at is not null";
      case suspended -> " and p.status <> 'active' and p.status = 'suspended'";
      case departed -> " and p.status <> 'active' and p.status = 'departed'";
    };
  }

  private static List<Person.HeldDevice> devices(Transaction transaction, PractitionerId id) {
    return transaction.rows(
        row ->
            new Person.HeldDevice(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("status"),
                row.getOffsetDateTime("enrolled_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                instant(row.getOffsetDateTime("revoked_at")),
                row.getString("revocation_reason"),
                row.getLocalDate("last_used_on")),
        "select * from device where practitioner_id = $1 order by enrolled_at, id",
        id.value());
  }

  private static Person person(Row row, List<Person.HeldDevice> devices, int mostDevices) {
    return new Person(
        row.getUUID("id"),
        row.getString("national_id"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("profession"),
        Practitioner.Source.valueOf(row.getString("source")),
        LifecycleState.valueOf(row.getString("state")),
        row.getOffsetDateTime("since").toInstant(),
        row.getLocalDate("last_listed"),
        suspension(row),
        account(row),
        devices,
        mostDevices,
        Standing.of(row.getString("standing")));
  }

  private static Person.@Nullable Suspension suspension(Row row) {
    return row.getString("reason") == null
        ? null
        : new Person.Suspension(
            SuspensionReason.valueOf(row.getString("reason")),
            row.getString("note"),
            row.getOffsetDateTime("suspended_at").toInstant(),
            row.getString("suspended_by"));
  }

  private static Person.@Nullable Account account(Row row) {
    Instant boundAt = instant(row.getOffsetDateTime("bound_at"));
    if (boundAt == null) {
      return null;
    }
    Person.Waiting waiting =
        row.getString("action") == null
            ? null
            : new Person.Waiting(
                row.getString("action"),
                row.getOffsetDateTime("waits_since").toInstant(),
                row.getInteger("attempts"),
                row.getString("last_failure"));
    return new Person.Account(boundAt, waiting == null, waiting);
  }

  private static PersonPage.Entry entry(Row row) {
    return new PersonPage.Entry(
        row.getUUID("id"),
        row.getString("national_id"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("profession"),
        LifecycleState.valueOf(row.getString("state")),
        row.getOffsetDateTime("since").toInstant(),
        row.getString("action") == null,
        Standing.of(row.getString("standing")));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
