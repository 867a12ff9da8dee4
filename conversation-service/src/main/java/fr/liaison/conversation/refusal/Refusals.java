package fr.liaison.conversation.refusal;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.conversation.group.Unfit;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Problems that say what the client needs to recover, and never what others may not know. */
@Singleton
public class Refusals {
  private final AuditTrail audit;

  Refusals(AuditTrail audit) {
    this.audit = audit;
  }

  /**
   * Answers who is not in a conversation as if it did not exist, after recording the attempt; when
   * it cannot be recorded, that failure is the answer.
   */
  public Problem notAMember(Requester requester, ConversationId conversation, String action) {
    audit.recordAlone(requester.act(action).in(conversation.value()).refused());
    return Problem.of(ProblemType.NOT_FOUND);
  }

  /**
   * Says which rule of the conversation was broken, after recording the attempt; when it cannot be
   * recorded, that failure is the answer.
   */
  public Problem notAllowed(
      Requester requester, ConversationId conversation, String action, String rule) {
    audit.recordAlone(requester.act(action).in(conversation.value()).with("rule", rule).refused());
    return Problem.of(ProblemType.NOT_ALLOWED_IN_CONVERSATION).with("rule", rule).alreadyRecorded();
  }

  /** Which field, where in its bytes, and why. */
  public static Problem unfit(Unfit unfit) {
    return Problem.of(ProblemType.MALFORMED_MLS)
        .with("field", unfit.field())
        .with("offset", unfit.offset())
        .with("reason", unfit.reason());
  }

  /** A removal waits in this epoch: catch up, commit it, encrypt again. */
  public static Problem commitRequired(long currentEpoch, long lastSequence) {
    return Problem.of(ProblemType.COMMIT_REQUIRED)
        .with("currentEpoch", currentEpoch)
        .with("lastSequence", lastSequence);
  }

  /** Nothing new is taken here; the successor is named once there is one. */
  public static Problem closed(Optional<ConversationId> successor) {
    Problem problem = Problem.of(ProblemType.CONVERSATION_CLOSED);
    return successor.map(id -> problem.with("successor", id.value())).orElse(problem);
  }

  /**
   * What was asked for is not kept for the device: it enters again. With the date when that is
   * because it was away, without when the log was cut.
   */
  public static Problem resyncRequired(Optional<Instant> since) {
    Problem problem = Problem.of(ProblemType.RESYNC_REQUIRED);
    return since.map(date -> problem.with("since", date)).orElse(problem);
  }

  /** Where the conversation stands, so that the client can catch up and try again. */
  public static Problem staleEpoch(long currentEpoch, long lastSequence) {
    return Problem.of(ProblemType.STALE_EPOCH)
        .with("currentEpoch", currentEpoch)
        .with("lastSequence", lastSequence);
  }
}
