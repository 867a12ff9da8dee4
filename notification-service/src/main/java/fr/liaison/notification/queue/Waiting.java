package fr.liaison.notification.queue;

import fr.liaison.contracts.event.MessageAccepted;
import fr.liaison.kit.event.ReceivedEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a batch of messages leaves its recipients to acknowledge: for each device and conversation
 * the newest, and whether one of them is urgent. Sorted like every writer of these rows, so that
 * two batches cannot lock each other out.
 */
record Waiting(List<Message> messages) {
  private static final String URGENT = "urgent";

  /** The newest message of one conversation that waits for one device. */
  record Message(UUID device, UUID conversation, long sequence, boolean urgent) {
    private Message and(Message other) {
      return new Message(
          device, conversation, Math.max(sequence, other.sequence), urgent || other.urgent);
    }
  }

  private record Place(UUID device, UUID conversation) {}

  static Waiting of(List<ReceivedEvent> events) {
    Map<Place, Message> waiting = new HashMap<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof MessageAccepted message) {
        boolean urgent = URGENT.equals(message.priority());
        UUID conversation = message.conversationId();
        message.recipients().stream()
            .filter(device -> !device.equals(message.senderDeviceId()))
            .map(device -> new Message(device, conversation, message.sequence(), urgent))
            .forEach(
                one -> waiting.merge(new Place(one.device(), conversation), one, Message::and));
      }
    }
    return new Waiting(
        waiting.values().stream()
            .sorted(Comparator.comparing(Message::device).thenComparing(Message::conversation))
            .toList());
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  UUID[] devices() {
    return messages.stream().map(Message::device).toArray(UUID[]::new);
  }

  UUID[] conversations() {
    return messages.stream().map(Message::conversation).toArray(UUID[]::new);
  }

  Long[] sequences() {
    return messages.stream().map(Message::sequence).toArray(Long[]::new);
  }

  Boolean[] urgent() {
    return messages.stream().map(Message::urgent).toArray(Boolean[]::new);
  }
}
