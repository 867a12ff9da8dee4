package fr.liaison.notification.queue;

import fr.liaison.contracts.event.MessageAccepted;
import fr.liaison.kit.event.ReceivedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The devices a batch of messages waits for, each once, and whether one of them is urgent. */
record Waiting(Map<UUID, Boolean> urgentByDevice) {
  private static final String URGENT = "urgent";

  static Waiting of(List<ReceivedEvent> events) {
    Map<UUID, Boolean> waiting = new LinkedHashMap<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof MessageAccepted message) {
        boolean urgent = URGENT.equals(message.priority());
        message.recipients().stream()
            .filter(device -> !device.equals(message.senderDeviceId()))
            .forEach(device -> waiting.merge(device, urgent, Boolean::logicalOr));
      }
    }
    return new Waiting(waiting);
  }

  boolean isEmpty() {
    return urgentByDevice.isEmpty();
  }

  /** Sorted like every writer of these rows, so that two batches cannot lock each other out. */
  UUID[] devices() {
    return urgentByDevice.keySet().stream().sorted().toArray(UUID[]::new);
  }

  Boolean[] urgent() {
    return urgentByDevice.keySet().stream()
        .sorted()
        .map(urgentByDevice::get)
        .toArray(Boolean[]::new);
  }
}
