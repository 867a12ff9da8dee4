package fr.liaison.directory.topup;

import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tables {@code top_up} and {@code top_up_run}. */
@ApplicationScoped
class TopUpRuns {
  private static final int KEPT = 1000;

  /** How far the top-up has come. */
  record Point(
      @Nullable Instant at,
      @Nullable LocalDate registerDate,
      @Nullable Instant notBefore,
      TopUpStatus.@Nullable Refusal refusal) {}

  /** Holds the row until the transaction ends: whoever begins or ends a run asks here first. */
  Point hold(Transaction transaction) {
    return transaction.first(TopUpRuns::point, "select * from top_up for update").orElseThrow();
  }

  Point point(Transaction transaction) {
    return transaction.first(TopUpRuns::point, "select * from top_up").orElseThrow();
  }

  void move(Transaction transaction, @Nullable Instant point, LocalDate registerDate) {
    transaction.update(
        "update top_up set point = $1, register_date = $2", offset(point), registerDate);
  }

  /** Notes that nothing could be read, and until when nothing is to be tried. */
  void refuse(Transaction transaction, String reason, Instant now, @Nullable Instant notBefore) {
    transaction.update(
        "update top_up set refusal = $1, refused_at = $2, not_before = $3",
        reason,
        offset(now),
        offset(notBefore));
  }

  /** The run that is not over, with its state. */
  Optional<Open> open(Transaction transaction, LocalDate registerDate) {
    return transaction.first(
        row ->
            new Open(
                new OpenRun(
                    row.getUUID("id"),
                    instant(row, "since").orElseThrow(),
                    OpenRun.Step.valueOf(row.getString("step")),
                    row.getString("next_link"),
                    registerDate),
                TopUpRun.State.valueOf(row.getString("state")),
                instant(row, "source_time").orElseThrow()),
        "select * from top_up_run where finished_at is null for update");
  }

  /** A run that is not over, what it is doing, and the point it leads to. */
  record Open(OpenRun run, TopUpRun.State state, Instant sourceTime) {}

  void begin(Transaction transaction, UUID id, Instant since, Instant now) {
    transaction.update(
        """
        insert into top_up_run (id, since, source_time, started_at, touched_at, state, step)
        values ($1, $2, $3, $3, $3, 'running', 'practitioners')
        """,
        id,
        offset(since),
        offset(now));
    transaction.update(
        """
        delete from top_up_run where finished_at is not null and id not in (
          select id from top_up_run order by started_at desc, id desc limit $1)
        """,
        KEPT);
  }

  /** False when the run is over already, by whoever took it over. */
  boolean state(
      Transaction transaction,
      UUID id,
      TopUpRun.State state,
      @Nullable String reason,
      Instant now) {
    return transaction.update(
            """
            update top_up_run set state = $2, reason = $3, touched_at = $4,
              waiting_departures = null,
              finished_at = case when $5 then $4::timestamptz end
            where id = $1 and finished_at is null
            """,
            id,
            state.name(),
            reason,
            offset(now),
            state == TopUpRun.State.completed || state == TopUpRun.State.superseded)
        == 1;
  }

  /** As {@link #state}, for a run whose next page would remove more than may depart. */
  boolean stop(Transaction transaction, UUID id, String reason, long waiting, Instant now) {
    return transaction.update(
            """
            update top_up_run set state = 'stopped', reason = $2, waiting_departures = $3,
              touched_at = $4
            where id = $1 and finished_at is null
            """,
            id,
            reason,
            waiting,
            offset(now))
        == 1;
  }

  /** Where the run stands from now on; false when it does not stand where it is thought to. */
  boolean advance(
      Transaction transaction,
      OpenRun from,
      OpenRun.Step step,
      @Nullable String nextLink,
      PageCounts counts,
      Instant now) {
    return transaction.update(
            """
            update top_up_run set step = $4, next_link = $5, touched_at = $6, pages = pages + 1,
              people = people + $7, arrivals = arrivals + $8, changes = changes + $9,
              departures = departures + $10, returns = returns + $11,
              successions = successions + $12, held_back = held_back + $13,
              unusable = unusable + $14
            where id = $1 and state = 'running' and step = $2
              and next_link is not distinct from $3
            """,
            from.id(),
            from.step().name(),
            from.nextLink(),
            step.name(),
            nextLink,
            offset(now),
            counts.people(),
            counts.arrivals(),
            counts.changes(),
            counts.departures(),
            counts.returns(),
            counts.successions(),
            counts.heldBack(),
            counts.unusable())
        == 1;
  }

  /** The list is read again from its beginning: the link to its next page has expired. */
  void rewind(Transaction transaction, UUID id) {
    transaction.update("update top_up_run set next_link = null where id = $1", id);
  }

  /**
   * Lets a stopped run go on and remove so many more than the floor allows, those that wait where
   * not said; empty when there is none.
   */
  Optional<Accepted> accept(Transaction transaction, @Nullable Long most, Instant now) {
    return transaction.first(
        row -> new Accepted(row.getUUID(0), row.getLong(1)),
        """
        update top_up_run set state = 'paused', reason = null, departures_accepted = true,
          departures_allowed = coalesce($2, waiting_departures, 0), waiting_departures = null,
          touched_at = $1
        where state = 'stopped' returning id, departures_allowed
        """,
        offset(now),
        most);
  }

  /** Ends a run that is stopped or paused; empty when there is none. */
  Optional<UUID> discard(Transaction transaction, Instant now) {
    return transaction.first(
        row -> row.getUUID(0),
        """
        update top_up_run set state = 'superseded', reason = 'discarded',
          waiting_departures = null, finished_at = $1, touched_at = $1
        where state in ('stopped', 'paused') returning id
        """,
        offset(now));
  }

  /** A run that goes on, and how many it may remove. */
  record Accepted(UUID id, long departures) {}

  /** False where fewer were accepted; those that go are accepted no more. */
  boolean useAcceptance(Transaction transaction, UUID id, long leaving) {
    return transaction.update(
            """
            update top_up_run set departures_allowed = departures_allowed - $2
            where id = $1 and finished_at is null and departures_allowed >= $2
            """,
            id,
            leaving)
        == 1;
  }

  List<TopUpRun> newest(Transaction transaction, int limit) {
    return transaction.rows(
        TopUpRuns::run,
        "select * from top_up_run order by started_at desc, id desc limit $1",
        limit);
  }

  Optional<TopUpRun> find(Transaction transaction, UUID id) {
    return transaction.first(TopUpRuns::run, "select * from top_up_run where id = $1", id);
  }

  private static TopUpRun run(Row row) {
    return new TopUpRun(
        row.getUUID("id"),
        TopUpRun.State.valueOf(row.getString("state")),
        row.getString("reason"),
        instant(row, "since").orElseThrow(),
        instant(row, "started_at").orElseThrow(),
        instant(row, "touched_at").orElseThrow(),
        instant(row, "finished_at").orElse(null),
        row.getLong("pages"),
        row.getLong("people"),
        row.getLong("arrivals"),
        row.getLong("changes"),
        row.getLong("departures"),
        row.getLong("returns"),
        row.getLong("successions"),
        row.getLong("held_back"),
        row.getLong("unusable"),
        row.getLong("waiting_departures"));
  }

  private static Point point(Row row) {
    String reason = row.getString("refusal");
    return new Point(
        instant(row, "point").orElse(null),
        row.getLocalDate("register_date"),
        instant(row, "not_before").orElse(null),
        reason == null
            ? null
            : new TopUpStatus.Refusal(instant(row, "refused_at").orElseThrow(), reason));
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
