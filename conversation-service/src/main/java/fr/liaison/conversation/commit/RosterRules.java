package fr.liaison.conversation.commit;

import fr.liaison.conversation.commit.CommitOutcome.NotAllowed;
import fr.liaison.conversation.commit.CommitOutcome.Rule;
import fr.liaison.conversation.group.CommittedChange;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Roster;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a commit may do to a roster. Pure.
 *
 * @param everyPerson who is or ever was in the conversation
 * @param admins who may bring in and put out others
 * @param pending devices that wait to be removed
 * @param leaving those and all that are revoked: anybody may put them out
 * @param leftBehind devices of the added persons that could be invited and are not in
 */
record RosterRules(
    Kind kind,
    Roster roster,
    Set<PractitionerId> everyPerson,
    Set<PractitionerId> admins,
    Set<DeviceId> pending,
    Set<DeviceId> leaving,
    Set<DeviceId> leftBehind,
    int mostDevices) {

  /** The first rule this commit breaks, if any. */
  Optional<NotAllowed> broken(PractitionerId committer, CommittedChange commit) {
    if (!commit.external() && !commit.removed().containsAll(pending)) {
      Set<DeviceId> forgotten = new HashSet<>(pending);
      forgotten.removeAll(commit.removed());
      return Optional.of(new NotAllowed(Rule.REMOVAL_PENDING, forgotten));
    }
    if (persons(everyPerson, commit).size() > kind.mostPersons()) {
      return Optional.of(new NotAllowed(Rule.TWO_PERSONS_ONLY));
    }
    if (!mayBringIn(committer, commit) || !mayPutOut(committer, commit)) {
      return Optional.of(new NotAllowed(Rule.NOT_AN_ADMIN));
    }
    if (commit.devices() > mostDevices) {
      return Optional.of(new NotAllowed(Rule.TOO_MANY_DEVICES));
    }
    return leftBehind.isEmpty() || cannotOpenWithAll(commit)
        ? Optional.empty()
        : Optional.of(new NotAllowed(Rule.DEVICES_MISSING, leftBehind));
  }

  /**
   * A conversation that would be opened larger than it may be begins with one device of each
   * person, nobody's choice of whose; the rest come by themselves.
   */
  private boolean cannotOpenWithAll(CommittedChange commit) {
    return roster.epoch() == 0
        && commit.devices() + leftBehind.size() > mostDevices
        && commit.added().stream().map(Member::practitioner).distinct().count()
            == commit.added().size();
  }

  /** Anybody completes the devices of those who take part; a joiner brings only itself. */
  private boolean mayBringIn(PractitionerId committer, CommittedChange commit) {
    return commit.external()
        || admins.contains(committer)
        || commit.added().stream()
            .map(Member::practitioner)
            .allMatch(
                person ->
                    roster.persons().contains(person)
                        || (kind == Kind.direct && everyPerson.contains(person)));
  }

  /** Anybody puts out what must go and own devices; of two persons none puts out the other. */
  private boolean mayPutOut(PractitionerId committer, CommittedChange commit) {
    return (kind != Kind.direct && admins.contains(committer))
        || roster.members().stream()
            .filter(member -> commit.removed().contains(member.device()))
            .allMatch(
                member ->
                    member.practitioner().equals(committer) || leaving.contains(member.device()));
  }

  private static Set<PractitionerId> persons(Set<PractitionerId> before, CommittedChange commit) {
    Set<PractitionerId> persons =
        commit.added().stream().map(Member::practitioner).collect(Collectors.toSet());
    persons.addAll(before);
    return persons;
  }
}
