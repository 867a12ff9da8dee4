package fr.liaison.conversation.removal;

import fr.liaison.contracts.event.PractitionerDeparted;
import fr.liaison.contracts.event.Topic;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** Whoever left the register loses the places that were kept after a lost device. */
@Singleton
public class ForgetDeparted implements EventHandler {
  private final Rosters rosters;

  ForgetDeparted(Rosters rosters) {
    this.rosters = rosters;
  }

  @Override
  public Topic topic() {
    return Topic.PRACTITIONER;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    for (ReceivedEvent received : events) {
      if (received.event() instanceof PractitionerDeparted departed) {
        rosters.forgetPlaces(transaction, new PractitionerId(departed.practitionerId()));
      }
    }
  }
}
