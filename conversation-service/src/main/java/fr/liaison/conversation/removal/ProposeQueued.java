package fr.liaison.conversation.removal;

import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Proposes the removals that wait in one conversation, in a transaction of its own. Whatever was
 * settled or proposed meanwhile is left alone, so that any number of instances may try.
 */
@Singleton
class ProposeQueued {
  private final Database database;
  private final EntryLog log;
  private final RemovalQueue queue;
  private final ProposeRemovals proposeRemovals;
  private final AuditTrail audit;

  ProposeQueued(
      Database database,
      EntryLog log,
      RemovalQueue queue,
      ProposeRemovals proposeRemovals,
      AuditTrail audit) {
    this.database = database;
    this.log = log;
    this.queue = queue;
    this.proposeRemovals = proposeRemovals;
    this.audit = audit;
  }

  void propose(ConversationId conversation) {
    database.run(
        transaction ->
            Optional.ofNullable(log.lock(transaction, List.of(conversation)).get(conversation))
                .ifPresent(head -> propose(transaction, head)));
  }

  private void propose(Transaction transaction, LogHead head) {
    Set<DeviceId> leaving = queue.unproposed(transaction, head.conversation());
    if (leaving.isEmpty() || head.standing().closed()) {
      return;
    }
    proposeRemovals.propose(transaction, head, leaving);
    queue.proposed(transaction, head.conversation(), leaving);
    for (DeviceId device : leaving) {
      audit.record(
          transaction,
          Act.of("member.remove-request")
              .in(head.conversation().value())
              .on("device", device)
              .with("epoch", head.epoch()));
    }
  }
}
