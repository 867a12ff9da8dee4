package fr.liaison.conversation.keypackage;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.Topic;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** Empties the pool of a device that was revoked. */
@Singleton
public class ForgetRevoked implements EventHandler {
  private final Pools pools;

  ForgetRevoked(Pools pools) {
    this.pools = pools;
  }

  @Override
  public Topic topic() {
    return Topic.DEVICE;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    List<DeviceId> revoked =
        events.stream()
            .filter(received -> received.event() instanceof DeviceRevoked)
            .map(received -> new DeviceId(received.event().aggregateId()))
            .toList();
    if (!revoked.isEmpty()) {
      pools.purge(transaction, revoked);
    }
  }
}
