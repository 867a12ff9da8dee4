package fr.liaison.conversation.refounding;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.conversation.refusal.Refusals;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.problem.Problem;
import jakarta.inject.Singleton;

/** The problem each refusal is answered with, wherever it arose. */
@Singleton
public class RefoundingAnswers {
  private final Refusals refusals;

  RefoundingAnswers(Refusals refusals) {
    this.refusals = refusals;
  }

  /** An attempt by somebody who is not a member is recorded under the name of the act. */
  public Problem problem(Refusal refusal, Requester requester, String action) {
    return switch (refusal) {
      case Refusal.NotAMember(var conversation) ->
          refusals.notAMember(requester, conversation, action);
      case Refusal.Closed(var successor) -> Refusals.closed(successor);
      case Refusal.NotAllowed(var rule, var persons) -> {
        Problem problem =
            Problem.of(ProblemType.NOT_ALLOWED_IN_CONVERSATION).with("rule", rule.code());
        yield persons.isEmpty()
            ? problem
            : problem.with(
                "persons", persons.stream().map(PractitionerId::value).sorted().toList());
      }
    };
  }
}
