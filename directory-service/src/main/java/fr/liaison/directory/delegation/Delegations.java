package fr.liaison.directory.delegation;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Standing;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Table {@code delegation}. A row that ended never changes again. */
@ApplicationScoped
class Delegations {
  /** Any number, as long as no other code locks by it: "LOCU" in ASCII. */
  private static final int LOCK = 0x4c4f4355;

  private static final String OPEN = " and d.state <> 'ended' and d.ends_on >= $2";

  private static final String VIEW =
      """
      select d.*,
        r.given_name as r_given, r.family_name as r_family, r.civility as r_civility,
        r.profession as r_profession, %s as r_standing,
        l.given_name as l_given, l.family_name as l_family, l.civility as l_civility,
        l.profession as l_profession, %s as l_standing
      from delegation d
      join practitioner r on r.id = d.replaced_id
      join practitioner l on l.id = d.locum_id
      """
          .formatted(Standing.sql("r"), Standing.sql("l"));

  /**
   * Lets one transaction at a time decide about either of two people. No row of theirs is locked:
   * an import at work on thousands of them waits for nobody here, and nobody here for it.
   */
  void hold(Transaction transaction, UUID one, UUID other) {
    Stream.of(one, other)
        .map(UUID::hashCode)
        .distinct()
        .sorted()
        .forEach(
            key ->
                transaction.first(
                    row -> true, "select pg_advisory_xact_lock($1, $2)::text", LOCK, key));
  }

  /** Whether the person is that structure's administrator, and the other practises there. */
  boolean administers(
      Transaction transaction, PractitionerId person, String structure, PractitionerId other) {
    return transaction
        .first(
            row -> row.getBoolean(0),
            """
            select exists (
              select from structure_administrator a
              join practitioner own on own.id = a.practitioner_id and own.status = 'active'
              join situation t on t.structure_id = a.structure_id and t.practitioner_id = $3
              join practitioner p on p.id = t.practitioner_id and p.status = 'active'
              where a.practitioner_id = $1 and a.structure_id = $2 and a.structure_id like 'F%')
            """,
            person.value(),
            structure,
            other.value())
        .orElseThrow();
  }

  /** An active person, not program, of that profession, and not as a student. */
  boolean canStandIn(Transaction transaction, PractitionerId locum, String professionCode) {
    return transaction
        .first(
            row -> row.getBoolean(0),
            """
            select exists (
              select from practitioner p where p.id = $1 and p.status = 'active'
                and exists (
                  select from unnest(p.exercises) as e (exercise)
                  where split_part(e.exercise, '|', 1) = $2
                    and split_part(e.exercise, '|', 5) <> 'E')
                and not exists (select from software w where w.practitioner_id = p.id))
            """,
            locum.value(),
            professionCode)
        .orElseThrow();
  }

  /** How much there is already. */
  record Load(int open, int proposals, int today) {}

  Load load(Transaction transaction, Authority authority, PractitionerId locum, LocalDate today) {
    return transaction
        .first(
            row -> new Load(row.getInteger(0), row.getInteger(1), row.getInteger(2)),
            """
            select
              (select count(*)::int from delegation d where d.replaced_id = $1 %s),
              (select count(*)::int from delegation d
               where d.locum_id = $3 and d.state = 'proposed' and d.ends_on >= $2),
              (select count(*)::int from delegation d
               where d.proposed_by = $4 and d.proposed_at > now() - interval '1 day')
            """
                .formatted(OPEN),
            authority.replaced().id(),
            today,
            locum.value(),
            authority.caller().id())
        .orElseThrow();
  }

  /**
   * What of the same days stands in the way: somebody else is to stand in for the person already,
   * the person stands in for others, or whoever is asked is replaced.
   */
  Optional<Obstacle> obstacle(
      Transaction transaction, DelegationId except, UUID replaced, UUID locum, Term term) {
    return transaction.first(
        row -> Obstacle.valueOf(row.getString(0)),
        """
        select case when d.replaced_id = $2 then 'overlap'
                    when d.locum_id = $2 then 'standsIn' else 'locumReplaced' end as obstacle
        from delegation d
        where d.id <> $1 and d.starts_on <= $5 and d.ends_on >= $4
          and (d.replaced_id = $2 and d.state <> 'ended'
            or d.state = 'accepted' and (d.locum_id = $2 or d.replaced_id = $3))
        order by obstacle desc limit 1
        """,
        except.value(),
        replaced,
        locum,
        term.startsOn(),
        term.endsOn());
  }

  void add(
      Transaction transaction,
      DelegationId id,
      Authority authority,
      PractitionerId locum,
      Term term,
      OffsetDateTime now) {
    transaction.update(
        """
        insert into delegation (id, replaced_id, locum_id, starts_on, ends_on, state, proposed_at,
          proposed_by, structure_id)
        values ($1, $2, $3, $4, $5, 'proposed', $6, $7, $8)
        """,
        id.value(),
        authority.replaced().id(),
        locum.value(),
        term.startsOn(),
        term.endsOn(),
        now,
        authority.caller().id(),
        authority.structureId());
  }

  /** The row as it is, for telling whom to hold. */
  Optional<Held> find(Transaction transaction, DelegationId id) {
    return transaction.first(Held::of, "select * from delegation where id = $1", id.value());
  }

  /** Kept from changing until the transaction ends. */
  Optional<Held> findLocked(Transaction transaction, DelegationId id) {
    return transaction.first(
        Held::of, "select * from delegation where id = $1 for no key update", id.value());
  }

  void accept(Transaction transaction, DelegationId id) {
    transaction.update("update delegation set state = 'accepted' where id = $1", id.value());
  }

  void end(
      Transaction transaction, DelegationId id, Delegation.EndReason reason, OffsetDateTime now) {
    transaction.update(
        "update delegation set state = 'ended', end_reason = $2, ended_at = $3 where id = $1",
        id.value(),
        reason.name(),
        now);
  }

  /** Ends what is open of these people; answers the rows as they were before. */
  List<Held> endOf(Transaction transaction, UUID[] people, OffsetDateTime now) {
    return transaction.rows(
        Held::of,
        """
        with found as (
          select d.id from delegation d
          where d.state <> 'ended' and (d.replaced_id = any($1) or d.locum_id = any($1))
          order by d.id for no key update),
        ended as (
          update delegation d set state = 'ended', end_reason = 'unavailable', ended_at = $2
          from found where d.id = found.id
          returning old.*)
        select * from ended
        """,
        people,
        now);
  }

  /** Withdraws what somebody asked in the name of a structure; answers the rows as they were. */
  List<Held> withdraw(
      Transaction transaction, PractitionerId person, String structure, OffsetDateTime now) {
    return transaction.rows(
        Held::of,
        """
        with found as (
          select d.id from delegation d
          where d.state = 'proposed' and d.proposed_by = $1 and d.structure_id = $2
          order by d.id for no key update),
        ended as (
          update delegation d set state = 'ended', end_reason = 'withdrawn', ended_at = $3
          from found where d.id = found.id
          returning old.*)
        select * from ended
        """,
        person.value(),
        structure,
        now);
  }

  /**
   * A bounded number of open ones whose last day is past, and of such whose people left while they
   * were written; answers the rows as they were before.
   */
  List<Held> endPast(Transaction transaction, LocalDate today, OffsetDateTime now, int most) {
    return transaction.rows(
        Held::of,
        """
        with past as (
          select d.id from delegation d
          where d.state <> 'ended' and (d.ends_on < $1 or exists (
            select from practitioner p
            where p.id in (d.replaced_id, d.locum_id) and p.status <> 'active'))
          order by d.ends_on limit $3 for no key update skip locked),
        ended as (
          update delegation d set state = 'ended', ended_at = $2, end_reason = case
              when d.ends_on >= $1 then 'unavailable'
              when d.state = 'accepted' then 'over' else 'unanswered' end
          from past where d.id = past.id
          returning old.*)
        select * from ended
        """,
        today,
        now,
        most);
  }

  Optional<Delegation> read(Transaction transaction, DelegationId id, LocalDate today) {
    return transaction.first(row -> view(row, today), VIEW + "where d.id = $1", id.value());
  }

  /** Those the person has a part in, the latest beginning first; open ones before others. */
  List<Delegation> of(Transaction transaction, PractitionerId person, LocalDate today, int most) {
    return transaction.rows(
        row -> view(row, today),
        VIEW
            + """
            where d.id in (
              select id from delegation where replaced_id = $1
              union select id from delegation where locum_id = $1
              union select id from delegation where proposed_by = $1)
            order by d.state = 'ended', d.starts_on desc, d.id desc limit $2
            """,
        person.value(),
        most);
  }

  private static Delegation view(Row row, LocalDate today) {
    Held held = Held.of(row);
    String reason = row.getString("end_reason");
    return new Delegation(
        held.id().value(),
        party(row, held.replaced(), "r_"),
        party(row, held.locum(), "l_"),
        held.term().startsOn(),
        held.term().endsOn(),
        held.stateOn(today),
        reason == null ? held.lapsedOn(today) : Delegation.EndReason.valueOf(reason),
        row.getOffsetDateTime("proposed_at").toInstant(),
        held.structureId());
  }

  private static Delegation.Party party(Row row, UUID id, String side) {
    return new Delegation.Party(
        id,
        row.getString(side + "given"),
        row.getString(side + "family"),
        row.getString(side + "civility"),
        row.getString(side + "profession"),
        Standing.of(row.getString(side + "standing")));
  }
}
