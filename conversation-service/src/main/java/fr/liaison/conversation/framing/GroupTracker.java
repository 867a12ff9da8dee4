package fr.liaison.conversation.framing;

import fr.liaison.contracts.json.Bytes;

/**
 * Decides whether MLS bytes may enter a conversation's log. Epochs are compared by the caller, in
 * the transaction that moves them; a tracker says which epoch the bytes belong to.
 */
public interface GroupTracker {

  /** A new group's GroupInfo at epoch 0. */
  Verdict opening(Bytes groupId, Bytes groupInfo);

  /** A commit with everything that belongs to it. */
  Verdict commit(Bytes groupId, CommitBundle bundle);

  /** An application message. */
  Verdict message(Bytes groupId, Bytes message);
}
