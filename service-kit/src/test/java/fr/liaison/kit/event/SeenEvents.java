package fr.liaison.kit.event;

import fr.liaison.contracts.event.KeyPackagesLow;
import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Writes a row for each event of topic conversation; refuses or fails on the marked ones. */
@ApplicationScoped
public class SeenEvents implements EventHandler {
  static final int POISON = -1;
  static final int BREAKS = -2;
  private final Database database;

  SeenEvents(Database database) {
    this.database = database;
  }

  @Override
  public Topic topic() {
    return Topic.CONVERSATION;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    for (ReceivedEvent received : events) {
      transaction.update(
          "insert into seen (event_id, event_type, key) values ($1, $2, $3)",
          received.id(),
          received.event().eventType().wireName(),
          received.event().aggregateId());
      if (received.event() instanceof KeyPackagesLow low && low.available() == POISON) {
        throw new PoisonEvent("marked-as-poison");
      }
      if (received.event() instanceof KeyPackagesLow low && low.available() == BREAKS) {
        throw new IllegalStateException("a handler that did not foresee this event");
      }
    }
  }

  /** Event ids of one aggregate in the order they were taken in. */
  public List<UUID> of(UUID key) {
    return database.read(
        reader ->
            reader.rows(
                row -> row.getUUID("event_id"),
                "select event_id from seen where key = $1 order by at",
                key));
  }
}
