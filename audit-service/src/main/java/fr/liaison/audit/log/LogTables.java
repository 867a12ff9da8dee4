package fr.liaison.audit.log;

import fr.liaison.audit.act.SealedAct;
import fr.liaison.audit.tlog.merkle.CompactRange;
import fr.liaison.audit.tlog.tile.TileGrowth.Addition;
import fr.liaison.audit.tlog.tile.TilePath;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Every statement on the tables of the log; the rules of who may append are the callers'. */
@ApplicationScoped
public class LogTables {

  /** The tree as committed, without a lock: it may grow at any moment but never changes. */
  public CompactRange range(Transaction transaction) {
    return state(transaction, "select size, compact_range from log_state");
  }

  /** The tree, and the right to append to it until the transaction ends. */
  CompactRange lockRange(Transaction transaction) {
    return state(transaction, "select size, compact_range from log_state for update");
  }

  void storeRange(Transaction transaction, CompactRange range) {
    transaction.update(
        "update log_state set size = $1, compact_range = $2",
        range.size(),
        Buffer.buffer(range.toBytes()));
  }

  /** Which of these acts are in the log already. */
  Set<UUID> known(Transaction transaction, Collection<UUID> acts) {
    return new HashSet<>(
        transaction.rows(
            row -> row.getUUID(0),
            "select act_id from leaf where act_id = any($1)",
            (Object) acts.toArray(UUID[]::new)));
  }

  /** Writes leaves and acts at consecutive indices. */
  void insert(Transaction transaction, long firstIndex, List<SealedAct> acts) {
    Long[] indices =
        LongStream.range(firstIndex, firstIndex + acts.size()).boxed().toArray(Long[]::new);
    transaction.update(
        """
        insert into leaf (index, act_id, data)
        select * from unnest($1::bigint[], $2::uuid[], $3::bytea[])
        """,
        indices,
        column(acts, entry -> entry.act().actId(), UUID[]::new),
        column(acts, entry -> Buffer.buffer(entry.leaf().toArray()), Buffer[]::new));
    transaction.update(
        """
        insert into act (index, salt, payload, occurred_at, action, outcome,
                         account_id, national_id, practitioner_id)
        select * from unnest($1::bigint[], $2::bytea[], $3::text[], $4::timestamptz[], $5::text[],
                             $6::text[], $7::text[], $8::text[], $9::text[])
        """,
        indices,
        column(acts, entry -> Buffer.buffer(entry.salt().toArray()), Buffer[]::new),
        column(acts, SealedAct::payload, String[]::new),
        column(acts, entry -> utc(entry.act()), OffsetDateTime[]::new),
        column(acts, entry -> entry.act().action(), String[]::new),
        column(acts, entry -> entry.act().outcome().name(), String[]::new),
        texts(acts, entry -> entry.act().actor().accountId()),
        texts(acts, entry -> entry.act().actor().nationalId()),
        texts(acts, LogTables::practitioner));
  }

  /** Adds hashes to tiles; fails when one does not start exactly where its tile ends. */
  void grow(Transaction transaction, List<Addition> additions) {
    int grown =
        transaction.update(
            """
            merge into tile
            using unnest($1::int[], $2::bigint[], $3::int[], $4::bytea[])
              as added (level, index, width, hashes)
            on tile.level = added.level and tile.index = added.index
            when matched and tile.width + length(added.hashes) / 32 = added.width then
              update set width = added.width, hashes = tile.hashes || added.hashes
            when not matched then
              insert (level, index, width, hashes)
              values (added.level, added.index, added.width, added.hashes)
            """,
            column(additions, Addition::level, Integer[]::new),
            column(additions, Addition::index, Long[]::new),
            column(
                additions,
                addition -> addition.offset() + addition.hashes().size(),
                Integer[]::new),
            column(additions, addition -> Buffer.buffer(addition.bytes()), Buffer[]::new));
    if (grown != additions.size()) {
      throw new IllegalStateException("a tile does not end where the log says");
    }
  }

  /** The hashes of a tile known so far. */
  public Optional<byte[]> tile(Transaction transaction, int level, long index) {
    return transaction.first(
        row -> row.getBuffer(0).getBytes(),
        "select hashes from tile where level = $1 and index = $2",
        level,
        index);
  }

  /** The leaves of a bundle; empty when the log does not hold all of them. */
  public List<byte[]> bundle(Transaction transaction, TilePath path) {
    List<byte[]> leaves =
        transaction.rows(
            row -> row.getBuffer(0).getBytes(),
            "select data from leaf where index >= $1 and index < $2 order by index",
            path.start(),
            path.start() + path.width());
    return leaves.size() == path.width() ? leaves : List.of();
  }

  private static CompactRange state(Transaction transaction, String query) {
    return transaction
        .first(row -> CompactRange.parse(row.getLong(0), bytes(row)), query)
        .orElseThrow(() -> new IllegalStateException("the log's state row is missing"));
  }

  private static byte[] bytes(Row row) {
    return row.getBuffer(1).getBytes();
  }

  private static OffsetDateTime utc(ActRecorded act) {
    return act.time().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String practitioner(SealedAct entry) {
    UUID id = entry.act().actor().practitionerId();
    return id == null ? null : id.toString();
  }

  private static <T, C> C[] column(List<T> rows, Function<T, C> value, IntFunction<C[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private static @Nullable String[] texts(List<SealedAct> acts, Text text) {
    @Nullable String[] column = new String[acts.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = text.of(acts.get(i));
    }
    return column;
  }

  /** A text of an act that may be absent. */
  private interface Text {
    @Nullable String of(SealedAct act);
  }
}
