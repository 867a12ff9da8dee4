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
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
    for (ReceivedEvent received : events) {
      if (received.event() instanceof PractitionerDeparted(UUID person)) {
        depart(transaction, new PractitionerId(person), received.time());
      } else if (received.event() instanceof PractitionerReturned(UUID person)) {
        departures.returned(transaction, new PractitionerId(person), received.time());
      }
    }
  }

  /** A revocation holds the device, a commit the conversation: neither is half done meanwhile. */
  private void depart(Transaction transaction, PractitionerId person, Instant at) {
    devices.hold(
        transaction,
        devices.ofPractitioners(transaction, List.of(person.value())).stream()
            .map(KnownDevice::deviceId)
            .toList());
    departures.departed(transaction, person, at);
    removals.forgetPlaces(transaction, person);
    rosters.forgetPlaces(transaction, person);
  }
}
