package fr.liaison.conversation.refounding;

import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.State;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Closes an open conversation until it is founded again, and leaves an act that says why. */
@Singleton
class CloseBroken {
  private final Refoundings refoundings;
  private final TellClosed tellClosed;
  private final AuditTrail audit;

  CloseBroken(Refoundings refoundings, TellClosed tellClosed, AuditTrail audit) {
    this.refoundings = refoundings;
    this.tellClosed = tellClosed;
    this.audit = audit;
  }

  /** Why; the names stand in the act. */
  enum Reason {
    /** Enough persons reported the commit. */
    quorum,
    /** An administrator ordered it, or one of two persons. */
    admin
  }

  /** Answers the state it is in now. */
  State close(
      Transaction transaction,
      Requester requester,
      LogHead head,
      Reason reason,
      Optional<Long> brokenAt) {
    refoundings.close(transaction, head.conversation(), brokenAt);
    Act act =
        requester
            .act("conversation.refounding")
            .in(head.conversation().value())
            .with("reason", reason);
    audit.record(transaction, brokenAt.map(sequence -> act.with("sequence", sequence)).orElse(act));
    tellClosed.tell(transaction, head, State.refounding);
    return State.refounding;
  }
}
