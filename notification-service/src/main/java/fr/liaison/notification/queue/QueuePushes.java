package fr.liaison.notification.queue;

import fr.liaison.contracts.event.DevicePresence;
import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Turns what happens in conversations into pushes: a message waits for its recipients, a device
 * that connects or acknowledges needs none. Presence is taken first, then messages, then receipts.
 */
@ApplicationScoped
public class QueuePushes implements EventHandler {
  private final Presences presences;
  private final PendingPushes pushes;
  private final PushSignal signal;
  private final QueueConfig config;

  QueuePushes(Presences presences, PendingPushes pushes, PushSignal signal, QueueConfig config) {
    this.presences = presences;
    this.pushes = pushes;
    this.signal = signal;
    this.config = config;
  }

  @Override
  public Topic topic() {
    return Topic.CONVERSATION;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    events.stream()
        .map(ReceivedEvent::event)
        .filter(DevicePresence.class::isInstance)
        .map(DevicePresence.class::cast)
        .forEach(presence -> presence(transaction, presence));
    Waiting waiting = Waiting.of(events);
    if (!waiting.isEmpty()) {
      pushes.add(transaction, waiting, config.lifetime());
      presences.await(transaction, waiting);
    }
    Set<UUID> acknowledging =
        events.stream()
            .map(ReceivedEvent::event)
            .filter(ReceiptMoved.class::isInstance)
            .map(event -> ((ReceiptMoved) event).deviceId())
            .collect(Collectors.toSet());
    if (!acknowledging.isEmpty()) {
      presences.acknowledge(transaction, acknowledging);
    }
    transaction.afterCommit(signal::news);
  }

  private void presence(Transaction transaction, DevicePresence presence) {
    if (!presences.note(transaction, presence)) {
      return;
    }
    if (presence.connected()) {
      pushes.cancel(transaction, List.of(presence.deviceId()));
      presences.acknowledge(transaction, List.of(presence.deviceId()));
    } else {
      presences.left(transaction, presence.deviceId(), config.lifetime());
    }
  }
}
