package fr.liaison.conversation.refounding;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.conversation.refusal.Refusals;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The problem each refusal is answered with, wherever it arose. */
@Singleton
public class RefoundingAnswers {
  private final Refusals refusals;

  RefoundingAnswers(Refusals refusals) {
    this.refusals = refusals;
  }

  /**
   * An attempt against membership or rules is recorded under the name of the act.
   *
   * @param conversation the one that is complained of, or to be succeeded
   */
  public Problem problem(
      Refusal refusal, Requester requester, ConversationId conversation, String action) {
    return switch (refusal) {
      case Refusal.NotAMember() -> refusals.notAMember(requester, conversation, action);
      case Refusal.Closed(var successor) -> Refusals.closed(successor);
      case Refusal.TooSoon(Duration rest) ->
          Problem.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(rest);
      case Refusal.NotAllowed(var rule, var persons) -> {
        Problem problem = refusals.notAllowed(requester, conversation, action, rule.code());
        yield persons.isEmpty()
            ? problem
            : problem.with(
                "persons", persons.stream().map(PractitionerId::value).sorted().toList());
      }
    };
  }
}
