package fr.liaison.conversation.removal;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.Topic;
import fr.liaison.conversation.removal.RemovalQueue.Revocation;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.conversation.welcome.Welcomes;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.device.KnownDevices;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks a revoked device out of every conversation it is in, and forgets its Welcomes. Whoever
 * leaves the register has all devices revoked, so this is also how a departure ends in the groups.
 * Looks into no group: the proposals are made afterwards, so that a group that fails holds up no
 * revocation.
 */
@Singleton
public class RemoveRevoked implements EventHandler {
  private static final String DEPARTED = "departed";

  private final KnownDevices devices;
  private final RemovalQueue queue;
  private final Rosters rosters;
  private final Welcomes welcomes;
  private final WorkOffRemovals worker;

  RemoveRevoked(
      KnownDevices devices,
      RemovalQueue queue,
      Rosters rosters,
      Welcomes welcomes,
      WorkOffRemovals worker) {
    this.devices = devices;
    this.queue = queue;
    this.rosters = rosters;
    this.welcomes = welcomes;
    this.worker = worker;
  }

  @Override
  public Topic topic() {
    return Topic.DEVICE;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    Map<DeviceId, Revocation> revocations = new HashMap<>();
    Set<PractitionerId> departed = new HashSet<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof DeviceRevoked revoked) {
        // Whoever lost a device keeps the place; whoever left the register does not.
        revocations.merge(
            new DeviceId(revoked.deviceId()),
            new Revocation(!revoked.reason().equals(DEPARTED), received.time()),
            Revocation::and);
        if (revoked.reason().equals(DEPARTED)) {
          departed.add(new PractitionerId(revoked.practitionerId()));
        }
      }
    }
    if (revocations.isEmpty()) {
      return;
    }
    // A commit that brings a device in holds it: then it is in by now, or will see the revocation.
    devices.hold(transaction, revocations.keySet().stream().map(DeviceId::value).toList());
    queue.ask(transaction, revocations);
    departed.forEach(person -> rosters.forgetPlaces(transaction, person));
    // After the conversations are locked: a commit takes the same order.
    welcomes.dropAll(transaction, revocations.keySet());
    transaction.afterCommit(worker::wake);
  }
}
