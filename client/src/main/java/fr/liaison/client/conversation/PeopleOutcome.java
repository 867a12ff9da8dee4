package fr.liaison.client.conversation;

import fr.liaison.client.card.CardVerdict;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.PractitionerId;
import java.util.List;

/** What became of bringing people into a group, putting them out, or changing what they may. */
public sealed interface PeopleOutcome {
  /** It is so now, whoever did it. */
  record Done() implements PeopleOutcome {}

  /** These people have no device that could be invited; nothing was changed. */
  record NobodyThere(List<PractitionerId> people) implements PeopleOutcome {}

  /** These people have a device whose key the public log does not prove; nothing was changed. */
  record KeysUnproven(List<PractitionerId> people) implements PeopleOutcome {}

  /** By their verified cards these people left the register; nothing was changed. */
  record Departed(List<PractitionerId> people) implements PeopleOutcome {}

  /** The card of this person is not to be believed; nothing was changed. */
  record CardUnsound(PractitionerId person, CardVerdict.Cause cause) implements PeopleOutcome {}

  record Refused(Problem problem) implements PeopleOutcome {}

  /** No answer came, or others changed the group all the time: try again. */
  record TryAgain() implements PeopleOutcome {}

  /** A conversation without this device. */
  record NotIn() implements PeopleOutcome {}

  static PeopleOutcome of(Answer<?> answer) {
    return of(Progress.failure(answer).orElseGet(Progress.UpToDate::new));
  }

  static PeopleOutcome of(Progress progress) {
    return switch (ChangeOutcome.of(progress)) {
      case ChangeOutcome.Done done -> new Done();
      case ChangeOutcome.Refused(Problem problem) -> new Refused(problem);
      case ChangeOutcome.TryAgain again -> new TryAgain();
      case ChangeOutcome.NotIn out -> new NotIn();
    };
  }
}
