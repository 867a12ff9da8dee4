package fr.liaison.audit.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.audit.proof.Place;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads acts and leaves; keyset pages, never an offset. */
@ApplicationScoped
class Entries {

  /** An act with the key of its place in the list. */
  record Found(EntryView view, EntryCursor place) {}

  /** The acts after the cursor, newest first. */
  List<Found> page(
      Transaction transaction, EntryFilter filter, @Nullable EntryCursor after, int limit) {
    Conditions conditions = new Conditions();
    conditions.add("occurred_at >= ?", utc(filter.from()));
    conditions.add("occurred_at < ?", utc(filter.to()));
    conditions.add("action = ?", filter.action());
    conditions.add("outcome = ?", filter.outcome() == null ? null : filter.outcome().name());
    conditions.add("(account_id = ? or national_id = ? or practitioner_id = ?)", filter.actor());
    if (after != null) {
      conditions.add("occurred_at <= ?", after.time());
      conditions.add("(occurred_at, index) < (?", after.time(), ", ?)", after.index());
    }
    return transaction.rows(
        Entries::found,
        "select index, occurred_at, payload from act"
            + conditions.sql()
            + " order by occurred_at desc, index desc limit "
            + limit,
        conditions.arguments.toArray());
  }

  Optional<Place> place(Transaction transaction, UUID act) {
    return transaction.first(
        Place::of,
        "select "
            + Place.COLUMNS
            + " from leaf left join act on act.index = leaf.index where leaf.act_id = $1",
        act);
  }

  /**
   * Deletes what at most so many acts before this time said; answers how many. What binds the key
   * of a device stays until the device is revoked: nobody could check a purged binding.
   */
  int purge(Transaction transaction, Instant before, int most) {
    return transaction.update(
        """
        delete from act where index in
          (select index from act where occurred_at < $1
             and not exists (
               select from device_binding kept
               where kept.index = act.index
                 and not exists (
                   select from device_binding ending
                   where ending.device_id = kept.device_id and ending.revoked))
           order by occurred_at limit $2)
        """,
        utc(before),
        most);
  }

  private static Found found(Row row) {
    long index = row.getLong(0);
    EntryView view = EntryView.of(index, read(row.getString(2)));
    return new Found(view, new EntryCursor(row.getOffsetDateTime(1), index));
  }

  private static ActRecorded read(String payload) {
    try {
      return ContractJson.mapper().readValue(payload, ActRecorded.class);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("a stored act is not readable", corrupt);
    }
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  /** Collects the conditions that apply, giving each argument its number. */
  private static final class Conditions {

    private final List<Object> arguments = new ArrayList<>();
    private final List<String> clauses = new ArrayList<>();

    void add(String clause, @Nullable Object argument) {
      if (argument != null) {
        arguments.add(argument);
        clauses.add(clause.replace("?", "$" + arguments.size()));
      }
    }

    void add(String clause, Object first, String rest, Object second) {
      arguments.add(first);
      String start = clause.replace("?", "$" + arguments.size());
      arguments.add(second);
      clauses.add(start + rest.replace("?", "$" + arguments.size()));
    }

    String sql() {
      return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
    }
  }
}
