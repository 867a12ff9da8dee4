package fr.liaison.conversation.removal;

import fr.liaison.contracts.event.RemovalProposed;
import fr.liaison.conversation.group.RemovalProposal;
import fr.liaison.conversation.group.TrackGroup;
import fr.liaison.conversation.log.EntryKind;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.log.Priority;
import fr.liaison.conversation.log.Sha256;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.wake.Wake;
import fr.liaison.conversation.wake.Wakes;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts proposals to remove devices into a conversation's log, signed by the server for the epoch at
 * hand: when a device must go, and again after each commit that left it in.
 */
@Singleton
public class ProposeRemovals {
  private final TrackGroup groups;
  private final EntryLog log;
  private final Outbox outbox;
  private final Wakes wakes;
  private final Clock clock = Clock.systemUTC();

  ProposeRemovals(TrackGroup groups, EntryLog log, Outbox outbox, Wakes wakes) {
    this.groups = groups;
    this.log = log;
    this.outbox = outbox;
    this.wakes = wakes;
  }

  /**
   * Appends one proposal for each of the devices that is in the group and not proposed yet.
   *
   * @param head the locked conversation as it is now
   */
  public void propose(Transaction transaction, LogHead head, Set<DeviceId> leaving) {
    List<LogEntry> entries = new ArrayList<>();
    for (RemovalProposal proposal :
        groups.proposeRemovals(transaction, head.conversation(), leaving)) {
      entries.add(
          new LogEntry(
              head.conversation(),
              head.lastSequence() + 1 + entries.size(),
              EntryKind.proposal,
              head.epoch(),
              DeviceId.DELIVERY,
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              Priority.routine,
              Sha256.of(proposal.message()),
              proposal.message()));
    }
    if (!entries.isEmpty()) {
      long last = entries.getLast().sequence();
      log.append(transaction, entries);
      outbox.append(
          transaction, new RemovalProposed(head.conversation().value(), last, head.epoch()));
      transaction.afterCommit(
          () -> wakes.wake(new Wake.LogGrew(head.conversation(), last, List.copyOf(entries))));
    }
  }
}
