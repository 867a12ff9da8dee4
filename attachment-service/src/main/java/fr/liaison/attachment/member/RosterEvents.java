package fr.liaison.attachment.member;

import fr.liaison.contracts.event.RosterChanged;
import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the rosters up to date. */
@ApplicationScoped
public class RosterEvents implements EventHandler {
  private final Rosters rosters;

  RosterEvents(Rosters rosters) {
    this.rosters = rosters;
  }

  @Override
  public Topic topic() {
    return Topic.CONVERSATION;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    for (ReceivedEvent received : events) {
      if (received.event() instanceof RosterChanged roster) {
        rosters.replace(transaction, roster);
      }
    }
  }
}
