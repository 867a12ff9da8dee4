package fr.liaison.directory.device;

import fr.liaison.contracts.event.DeviceUsed;
import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps the day on which a device was last used, as the service it talks to every day tells it. A
 * device that is unknown or revoked stays as it is.
 */
@Singleton
public class NoteUsedDevices implements EventHandler {
  private final Devices devices;

  NoteUsedDevices(Devices devices) {
    this.devices = devices;
  }

  @Override
  public Topic topic() {
    return Topic.DEVICE;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    Map<UUID, LocalDate> latest = new HashMap<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof DeviceUsed used) {
        latest.merge(used.deviceId(), used.day(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    if (!latest.isEmpty()) {
      devices.used(transaction, latest);
    }
  }
}
