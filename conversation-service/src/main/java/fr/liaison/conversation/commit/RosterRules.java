package fr.liaison.conversation.commit;

import fr.liaison.conversation.commit.CommitOutcome.Rule;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Roster;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a commit may do to a roster. Pure. */
final class RosterRules {
  private final Kind kind;
  private final Roster roster;
  private final Set<PractitionerId> everyPerson;
  private final int mostDevices;

  RosterRules(Kind kind, Roster roster, Set<PractitionerId> everyPerson, int mostDevices) {
    this.kind = kind;
    this.roster = roster;
    this.everyPerson = everyPerson;
    this.mostDevices = mostDevices;
  }

  /** The first rule this change breaks, if any. */
  Optional<Rule> broken(DeviceId committer, List<Member> added, Set<DeviceId> removed) {
    Set<DeviceId> newcomers = new HashSet<>();
    Set<PractitionerId> persons = new HashSet<>(everyPerson);
    for (Member member : added) {
      if (!newcomers.add(member.device())) {
        return Optional.of(Rule.ADDED_DEVICE_TWICE);
      }
      if (roster.contains(member.device())) {
        return Optional.of(Rule.ADDED_DEVICE_ALREADY_IN);
      }
      persons.add(member.practitioner());
    }
    if (removed.contains(committer)) {
      return Optional.of(Rule.OWN_DEVICE_REMOVED);
    }
    if (!roster.devices().containsAll(removed)) {
      return Optional.of(Rule.REMOVED_DEVICE_NOT_IN);
    }
    if (persons.size() > kind.mostPersons()) {
      return Optional.of(Rule.TWO_PERSONS_ONLY);
    }
    return roster.members().size() + added.size() - removed.size() > mostDevices
        ? Optional.of(Rule.TOO_MANY_DEVICES)
        : Optional.empty();
  }
}
