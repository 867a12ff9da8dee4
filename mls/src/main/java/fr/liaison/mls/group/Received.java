package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.refusal.Refusal;

/**
 * The outcome of receiving one message. Whatever carries a {@code next} must be stored before the
 * message is acknowledged; then {@link Group#retire} wipes what the former state had alone.
 */
public sealed interface Received {
  /**
   * Application data, proven to come from this leaf.
   *
   * @param epoch in which it was sent, the current or a former one
   * @param authenticatedData sent in the clear beside it
   */
  record Message(
      int senderLeaf, LeafNode sender, long epoch, Bytes authenticatedData, Bytes data, Group next)
      implements Received {}

  /** A proposal to be committed by somebody, by us as well as by anybody. */
  record Proposed(HeldProposal proposal, Group next) implements Received {}

  /** A commit that was applied. */
  record Committed(CommitEffect effect, Group next) implements Received {}

  /** Our own commit coming back: adopt what {@link PendingCommit} prepared. */
  record OwnCommit() implements Received {}

  /** A commit that removed us: there is no next state, and nothing sent after it can be read. */
  record RemovedFromGroup(CommitEffect effect) implements Received {}

  /** Not acted on; the state is as it was. */
  record Refused(Refusal refusal) implements Received {}
}
