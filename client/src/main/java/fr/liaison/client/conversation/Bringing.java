package fr.liaison.client.conversation;

import fr.liaison.client.http.Problem;
import fr.liaison.client.id.PractitionerId;

/**
 * Which devices an opening brings: all; where those are more than a conversation takes, all but our
 * own others, and then one of each person. The rest enter by themselves.
 */
enum Bringing {
  ALL,
  ALL_BUT_OWN,
  ONE_OF_EACH;

  Invited of(Invited all, PractitionerId self) {
    return switch (this) {
      case ALL -> all;
      case ALL_BUT_OWN -> all.without(self);
      case ONE_OF_EACH -> all.without(self).oneOfEach();
    };
  }

  /** The next to try after this outcome: the same one, unless it was too many. */
  Bringing after(OpenOutcome outcome) {
    if (!wereTooMany(outcome)) {
      return this;
    }
    return this == ALL ? ALL_BUT_OWN : ONE_OF_EACH;
  }

  private static boolean wereTooMany(OpenOutcome outcome) {
    return outcome instanceof OpenOutcome.Refused(Problem problem)
        && "too-many-devices".equals(problem.members().path("rule").asText(""));
  }
}
