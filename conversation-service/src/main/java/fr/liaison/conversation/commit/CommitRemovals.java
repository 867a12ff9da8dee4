package fr.liaison.conversation.commit;

import fr.liaison.conversation.group.TrackedCommit;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.removal.ProposeRemovals;
import fr.liaison.conversation.removal.Removals;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** What a commit means for the removals that wait: done, or to be proposed anew for its epoch. */
@Singleton
class CommitRemovals {
  private final Removals removals;
  private final ProposeRemovals proposeRemovals;

  CommitRemovals(Removals removals, ProposeRemovals proposeRemovals) {
    this.removals = removals;
    this.proposeRemovals = proposeRemovals;
  }

  /**
   * What became of the removals.
   *
   * @param waiting still to be done after this commit
   * @param mayReturn those done whose person may come back with another device
   */
  record Settled(Set<DeviceId> waiting, Set<DeviceId> mayReturn) {}

  Settled settle(Transaction transaction, LogHead head, TrackedCommit commit) {
    if (!head.commitFirst()) {
      return new Settled(Set.of(), Set.of());
    }
    Set<DeviceId> waiting = new HashSet<>(removals.pending(transaction, head.conversation()));
    waiting.removeAll(commit.change().removed());
    return new Settled(
        waiting, removals.settle(transaction, head.conversation(), commit.change().removed()));
  }

  /** A proposal dies with its epoch, so what still waits is stapled to the commit. */
  void proposeAgain(
      Transaction transaction, LogHead before, LogEntry commit, Set<DeviceId> waiting) {
    if (!waiting.isEmpty()) {
      proposeRemovals.propose(
          transaction,
          new LogHead(
              before.conversation(), before.kind(), before.epoch() + 1, commit.sequence(), true),
          waiting);
    }
  }
}
