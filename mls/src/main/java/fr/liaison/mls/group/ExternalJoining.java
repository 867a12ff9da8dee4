package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.refusal.Refusal;

/** The outcome of preparing an external commit. */
public sealed interface ExternalJoining {
  /**
   * A commit to send; the group is only ours once it was accepted.
   *
   * @param groupInfo of the epoch the commit opens
   */
  record Ready(Bytes commit, Bytes groupInfo, CommitEffect effect, Group group)
      implements ExternalJoining {}

  record Refused(Refusal refusal) implements ExternalJoining {}
}
