package fr.liaison.notification.subscription;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import fr.liaison.notification.DeviceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Drops the subscriptions of revoked devices. */
@ApplicationScoped
public class RevokedDevices implements EventHandler {
  private final Subscriptions subscriptions;

  RevokedDevices(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public Topic topic() {
    return Topic.DEVICE;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    List<DeviceId> revoked =
        events.stream()
            .map(ReceivedEvent::event)
            .filter(DeviceRevoked.class::isInstance)
            .map(event -> new DeviceId(event.aggregateId()))
            .toList();
    if (!revoked.isEmpty()) {
      subscriptions.drop(transaction, revoked);
    }
  }
}
