package fr.liaison.conversation.group;

import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.mls.group.PublicGroup;
import java.util.Map;

/**
 * A commit that the group can follow, told in devices.
 *
 * @param committer the device whose leaf signed it
 * @param members every device of the next epoch, by leaf
 */
public record TrackedCommit(
    PublicGroup next, DeviceId committer, Map<Integer, DeviceId> members, CommittedChange change) {
  public TrackedCommit {
    members = Map.copyOf(members);
  }
}
