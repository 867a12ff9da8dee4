package fr.liaison.notification.queue;

import fr.liaison.contracts.event.DevicePresence;
import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Turns what happens in conversations into pushes: a message is owed by its recipients until they
 * acknowledge it, and wakes those no stream brings it to. Presence is taken first, then messages,
 * then receipts: a receipt ends only what it reaches, so it cannot come too late.
 */
@ApplicationScoped
public class QueuePushes implements EventHandler {
  private final Presences presences;
  private final Debts debts;
  private final PendingPushes pushes;
  private final PushSignal signal;
  private final QueueConfig config;

  QueuePushes(
      Presences presences,
      Debts debts,
      PendingPushes pushes,
      PushSignal signal,
      QueueConfig config) {
    this.presences = presences;
    this.debts = debts;
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
      debts.add(transaction, waiting);
    }
    debts.acknowledge(
        transaction,
        events.stream()
            .map(ReceivedEvent::event)
            .filter(ReceiptMoved.class::isInstance)
            .map(ReceiptMoved.class::cast)
            .toList());
    if (!waiting.isEmpty()) {
      pushes.add(transaction, waiting, config.lifetime());
    }
    transaction.afterCommit(signal::news);
  }

  private void presence(Transaction transaction, DevicePresence presence) {
    if (!presences.note(transaction, presence)) {
      return;
    }
    if (presence.connected()) {
      debts.connected(transaction, presence.deviceId());
      pushes.cancel(transaction, presence.deviceId());
    } else {
      debts.left(transaction, presence.deviceId(), config.lifetime());
    }
  }
}
