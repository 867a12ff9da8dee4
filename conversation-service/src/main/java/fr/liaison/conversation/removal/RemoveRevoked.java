package fr.liaison.conversation.removal;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.Topic;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.device.KnownDevices;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Asks a revoked device out of every conversation it is in. Whoever leaves the register has all
 * devices revoked, so this is also how a departure ends in the groups.
 */
@Singleton
public class RemoveRevoked implements EventHandler {
  private static final String DEPARTED = "departed";

  private final KnownDevices devices;
  private final Rosters rosters;
  private final EntryLog log;
  private final Removals removals;
  private final ProposeRemovals proposeRemovals;
  private final AuditTrail audit;

  RemoveRevoked(
      KnownDevices devices,
      Rosters rosters,
      EntryLog log,
      Removals removals,
      ProposeRemovals proposeRemovals,
      AuditTrail audit) {
    this.devices = devices;
    this.rosters = rosters;
    this.log = log;
    this.removals = removals;
    this.proposeRemovals = proposeRemovals;
    this.audit = audit;
  }

  @Override
  public Topic topic() {
    return Topic.DEVICE;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    List<UUID> leaving =
        events.stream()
            .filter(received -> received.event() instanceof DeviceRevoked)
            .map(received -> received.event().aggregateId())
            .toList();
    if (leaving.isEmpty()) {
      return;
    }
    // A commit that brings a device in holds it: then it is in by now, or will see the revocation.
    devices.hold(transaction, leaving);
    for (ReceivedEvent received : events) {
      if (received.event() instanceof DeviceRevoked revoked) {
        // Whoever lost a device keeps the place; whoever left the register does not.
        boolean mayReturn = !revoked.reason().equals(DEPARTED);
        remove(transaction, new DeviceId(revoked.deviceId()), mayReturn);
      }
    }
  }

  private void remove(Transaction transaction, DeviceId device, boolean mayReturn) {
    List<ConversationId> in = rosters.conversationsOf(transaction, device);
    Map<ConversationId, LogHead> heads = log.lock(transaction, in);
    heads.values().stream()
        .sorted(Comparator.comparing(head -> head.conversation().value()))
        .filter(head -> rosters.isIn(transaction, head.conversation(), device))
        .forEach(head -> remove(transaction, head, device, mayReturn));
  }

  private void remove(Transaction transaction, LogHead head, DeviceId device, boolean mayReturn) {
    removals.request(transaction, head.conversation(), device, mayReturn);
    log.requireCommit(transaction, head.conversation());
    proposeRemovals.propose(transaction, head, Set.of(device));
    audit.record(
        transaction,
        Act.of("member.remove-request")
            .in(head.conversation().value())
            .on("device", device)
            .with("epoch", head.epoch()));
  }
}
