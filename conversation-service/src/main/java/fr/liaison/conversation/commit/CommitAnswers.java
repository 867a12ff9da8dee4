package fr.liaison.conversation.commit;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.conversation.refusal.Refusals;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The problem each refused bundle is answered with, wherever it arrived. */
@Singleton
public class CommitAnswers {
  private final Refusals refusals;

  CommitAnswers(Refusals refusals) {
    this.refusals = refusals;
  }

  public Problem problem(
      CommitOutcome.Refused refused,
      Requester requester,
      ConversationId conversation,
      Entrance entrance) {
    return switch (refused) {
      case CommitOutcome.StaleEpoch(long currentEpoch, long lastSequence) ->
          Refusals.staleEpoch(currentEpoch, lastSequence);
      case CommitOutcome.Closed(var successor) -> Refusals.closed(successor);
      case CommitOutcome.Dormant(var since) -> Refusals.resyncRequired(Optional.of(since));
      case CommitOutcome.NotAMember ignored ->
          refusals.notAMember(requester, conversation, entrance.action());
      case CommitOutcome.Unfit(var unfit) -> Refusals.unfit(unfit);
      case CommitOutcome.NotAllowed(var rule, var devices) -> {
        Problem problem =
            refusals.notAllowed(requester, conversation, entrance.action(), rule.code());
        yield devices.isEmpty()
            ? problem
            : problem.with("devices", devices.stream().map(DeviceId::value).sorted().toList());
      }
      case CommitOutcome.TooLarge ignored -> Problem.of(ProblemType.TOO_LARGE);
      case CommitOutcome.TooOften(var retryAfter) ->
          Problem.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(retryAfter);
    };
  }
}
