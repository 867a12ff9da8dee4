package fr.liaison.kit.event;

import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Transaction;
import java.util.List;

/**
 * What a service does on events of a topic. Called in partition order, each event once by effect:
 * the transaction also carries the offset. Handlers ignore events they have no use for. An
 * exception rolls everything back and the event is tried again alone; {@link PoisonEvent} sets it
 * aside.
 */
public interface EventHandler {
  Topic topic();

  /** Events in order, all new to this service; may be called with any number of them. */
  void handle(Transaction transaction, List<ReceivedEvent> events);
}
