package fr.liaison.conversation.refounding;

import fr.liaison.conversation.refounding.Refusal.NotAllowed;
import fr.liaison.conversation.refounding.Refusal.Rule;
import fr.liaison.conversation.roster.PractitionerId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who must, may and need not come along into a successor. Pure.
 *
 * @param expected who takes part in the old one, without the one who is left out
 * @param came who is in the successor
 * @param reachable those of the expected who did not come although they could be invited now
 */
record SuccessionRules(
    Set<PractitionerId> expected, Set<PractitionerId> came, Set<PractitionerId> reachable) {

  /** Those of the persons who are not among the others. */
  static Set<PractitionerId> without(Set<PractitionerId> persons, Set<PractitionerId> others) {
    Set<PractitionerId> rest = new HashSet<>(persons);
    rest.removeAll(others);
    return rest;
  }

  /** The first rule this succession breaks, if any. */
  Optional<NotAllowed> broken() {
    Set<PractitionerId> foreign = without(came, expected);
    if (!foreign.isEmpty()) {
      return Optional.of(new NotAllowed(Rule.PERSONS_FOREIGN, foreign));
    }
    return reachable.isEmpty()
        ? Optional.empty()
        : Optional.of(new NotAllowed(Rule.PERSONS_MISSING, reachable));
  }
}
