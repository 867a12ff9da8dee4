package fr.liaison.conversation.removal;

import fr.liaison.contracts.event.PractitionerDeparted;
import fr.liaison.contracts.event.PractitionerReturned;
import fr.liaison.contracts.event.Topic;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whoever left the register loses the places that were kept after a lost device, and those that
 * were about to be. Remembered, because the loss may be heard of later than the departure.
 */
@Singleton
public class ForgetDeparted implements EventHandler {
  private final KnownDevices devices;
  private final Departures departures;
  private final Removals removals;
  private final Rosters rosters;

  ForgetDeparted(KnownDevices devices, Departures departures, Removals removals, Rosters rosters) {
    this.devices = devices;
    this.departures = departures;
    this.removals = removals;
    this.rosters = rosters;
  }

  @Override
  public Topic topic() {
    return Topic.PRACTITIONER;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    Set<PractitionerId> departed =
        events.stream()
            .map(ReceivedEvent::event)
            .filter(PractitionerDeparted.class::isInstance)
            .map(event -> new PractitionerId(event.aggregateId()))
            .collect(Collectors.toUnmodifiableSet());
    hold(transaction, departed);
    for (ReceivedEvent received : events) {
      if (received.event() instanceof PractitionerDeparted(UUID person)) {
        departures.departed(transaction, new PractitionerId(person), received.time());
      } else if (received.event() instanceof PractitionerReturned(UUID person)) {
        departures.returned(transaction, new PractitionerId(person), received.time());
      }
    }
    if (!departed.isEmpty()) {
      removals.forgetPlaces(transaction, departed);
      departed.forEach(person -> rosters.forgetPlaces(transaction, person));
    }
  }

  /** A revocation holds the device first, too: it is done by now, or will see the departure. */
  private void hold(Transaction transaction, Set<PractitionerId> departed) {
    List<UUID> persons = departed.stream().map(PractitionerId::value).toList();
    devices.hold(
        transaction,
        devices.ofPractitioners(transaction, persons).stream().map(KnownDevice::deviceId).toList());
  }
}
