package fr.liaison.conversation.group;

import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Member;
import java.util.List;
import java.util.Set;

/**
 * What a commit does to the roster.
 *
 * @param external whether the committer joined by this very commit
 * @param devices how many there are afterwards
 * @param added devices that were not in the group before
 * @param removed devices that are no longer in it; not one that only took another leaf
 */
public record CommittedChange(
    boolean external, int devices, List<Member> added, Set<DeviceId> removed) {
  public CommittedChange {
    added = List.copyOf(added);
    removed = Set.copyOf(removed);
  }
}
