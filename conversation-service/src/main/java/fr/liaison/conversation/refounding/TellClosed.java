package fr.liaison.conversation.refounding;

import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.roster.Roster;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.conversation.roster.State;
import fr.liaison.conversation.wake.Wake;
import fr.liaison.conversation.wake.Wakes;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.inject.Singleton;

/**
 * Wakes the devices of a conversation that is no longer open, on every instance, so that they read
 * it again. Consumers of rosters meet one they know.
 */
@Singleton
class TellClosed {
  private final Rosters rosters;
  private final Outbox outbox;
  private final Wakes wakes;

  TellClosed(Rosters rosters, Outbox outbox, Wakes wakes) {
    this.rosters = rosters;
    this.outbox = outbox;
    this.wakes = wakes;
  }

  void tell(Transaction transaction, LogHead head, State state) {
    Roster roster =
        new Roster(head.conversation(), head.epoch(), rosters.of(transaction, head.conversation()));
    outbox.append(transaction, roster.closed(head.kind(), state));
    transaction.afterCommit(
        () -> wakes.wake(new Wake.StateChanged(head.conversation(), state, roster.devices())));
  }
}
