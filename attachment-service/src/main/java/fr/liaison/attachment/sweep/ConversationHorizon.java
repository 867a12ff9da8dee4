package fr.liaison.attachment.sweep;

import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.EventProgress;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The moment up to which this service knows every accepted message. The conversation service
 * publishes in order, so an event taken in says that what happened before it is on the topic; where
 * the topic's end is reached too, it has been taken in.
 */
@ApplicationScoped
public class ConversationHorizon implements EventHandler {
  private final Database database;
  private final EventProgress progress;

  ConversationHorizon(Database database, EventProgress progress) {
    this.database = database;
    this.progress = progress;
  }

  @Override
  public Topic topic() {
    return Topic.CONVERSATION;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    events.stream()
        .map(ReceivedEvent::time)
        .max(Comparator.naturalOrder())
        .ifPresent(
            time ->
                transaction.update(
                    """
                    insert into conversation_horizon (newest) values (least($1, clock_timestamp()))
                    on conflict (only_one) do update set newest = excluded.newest
                    where conversation_horizon.newest < excluded.newest
                    """,
                    time.atOffset(ZoneOffset.UTC)));
  }

  /**
   * Empty while events wait in Kafka, or Kafka does not say. Where no events come, the horizon
   * follows the clock at a distance of {@code quiet}: the longest an event may wait to be
   * published.
   */
  public Optional<OffsetDateTime> reached(Duration quiet) {
    OffsetDateTime reached = newest(quiet); // before asking Kafka: a later event proves nothing yet
    return progress.isCaughtUp(Topic.CONVERSATION) ? Optional.of(reached) : Optional.empty();
  }

  private OffsetDateTime newest(Duration quiet) {
    return database
        .read(
            reader ->
                reader.first(
                    row -> row.getOffsetDateTime(0),
                    """
                    select greatest(
                      (select newest from conversation_horizon),
                      clock_timestamp() - make_interval(secs => $1))
                    """,
                    quiet.toMillis() / 1000.0))
        .orElseThrow();
  }
}
