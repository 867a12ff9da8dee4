package fr.liaison.audit;

import fr.liaison.audit.log.AppendActs;
import fr.liaison.audit.log.LogTables;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Looks into the log and appends to it past Kafka. */
@ApplicationScoped
public class LogProbe {

  private final Database database;
  private final LogTables tables;
  private final AppendActs appendActs;

  LogProbe(Database database, LogTables tables, AppendActs appendActs) {
    this.database = database;
    this.tables = tables;
    this.appendActs = appendActs;
  }

  public long size() {
    return database.read(tables::range).size();
  }

  public void append(List<ActRecorded> acts) {
    database.run(transaction -> appendActs.handle(transaction, Acts.received(acts)));
  }

  /** Appends and then fails before the commit, as a killed process would. */
  public void appendAndDie(List<ActRecorded> acts) {
    database.run(
        transaction -> {
          appendActs.handle(transaction, Acts.received(acts));
          throw new IllegalStateException("killed");
        });
  }

  /** The indices of these acts, one for each place an act has in the log. */
  public List<Long> indices(List<ActRecorded> acts) {
    return database.read(
        reader ->
            reader.rows(
                row -> row.getLong(0),
                "select index from leaf where act_id = any($1) order by index",
                (Object) acts.stream().map(ActRecorded::actId).toArray(UUID[]::new)));
  }

  /** How many places the log has given out, and how many of them hold a leaf. */
  public boolean gapFree() {
    return database.read(
        reader ->
            reader
                .first(
                    row -> row.getBoolean(0),
                    """
                    select (select count(*) from leaf) = size
                       and (select coalesce(max(index) + 1, 0) from leaf) = size from log_state
                    """)
                .orElseThrow());
  }

  /** As if the directory had told of an enrolment. */
  public void enrol(UUID device, String account) {
    database.run(
        transaction ->
            transaction.update(
                """
                insert into known_device
                  (device_id, account_id, practitioner_id, signature_key, expires_at)
                values ($1, $2, $3, '', clock_timestamp() + interval '1 day')
                """,
                device,
                account,
                UUID.randomUUID()));
  }

  /** As if the directory had told of a revocation. */
  public void revoke(UUID device) {
    database.run(
        transaction ->
            transaction.update(
                "update known_device set revoked = true where device_id = $1", device));
  }

  public void run(String statement) {
    database.run(transaction -> transaction.update(statement));
  }

  /** Runs statements in one transaction. */
  public void runAll(String first, List<String> others) {
    database.run(
        transaction -> {
          transaction.update(first);
          others.forEach(transaction::update);
        });
  }
}
