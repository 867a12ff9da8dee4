package fr.liaison.mls.refusal;

import java.util.Locale;

/** Why something a peer sent is not acted on. The accepted state is untouched in every case. */
public enum Refusal {
  /** Not the encoding of what was expected. */
  MALFORMED,
  /** Another protocol version or cipher suite than the group's. */
  UNSUPPORTED,
  WRONG_GROUP,
  /** Of an epoch that is over and whose keys are no longer kept. */
  STALE_EPOCH,
  /** Of an epoch that this state has not reached: the commits in between are missing. */
  FUTURE_EPOCH,
  /** The sender's leaf is blank or outside the tree, or the external sender is not listed. */
  UNKNOWN_SENDER,
  /** A kind of sender that may not send this kind of content. */
  SENDER_NOT_ALLOWED,
  BAD_SIGNATURE,
  BAD_MEMBERSHIP_TAG,
  BAD_CONFIRMATION_TAG,
  /** The ciphertext does not open: changed on the way, or not for this group. */
  NOT_DECRYPTABLE,
  /** The key was used before: a repetition, or our own message. */
  KEY_CONSUMED,
  /** The generation is further ahead than the limit allows. */
  TOO_FAR_AHEAD,
  /** A commit refers to a proposal that was never seen. */
  UNKNOWN_PROPOSAL,
  /** A proposal, or the list of them, breaks the rules of sections 12.1 and 12.2. */
  INVALID_PROPOSAL,
  /** A leaf node or key package breaks the rules of sections 7.3 and 10.1. */
  INVALID_LEAF,
  /** The credential was not accepted for its signature key. */
  CREDENTIAL,
  /** Outside its lifetime, or longer-lived than allowed. */
  LIFETIME,
  /** Needed capabilities are missing. */
  CAPABILITIES,
  /** A signature or encryption key that another member already has. */
  DUPLICATE_KEY,
  /** The commit needs a path and has none. */
  PATH_MISSING,
  /** The path does not fit the tree or its parent hashes. */
  INVALID_PATH,
  /** The ratchet tree breaks the rules of section 12.4.3.1. */
  INVALID_TREE,
  TREE_MISSING,
  /** The group is larger than we follow, or its Welcome invites more than it may hold. */
  TOO_MANY_MEMBERS,
  /** GroupInfo and tracked group differ. */
  GROUP_INFO_MISMATCH,
  /** The Welcome has no secrets for our key package. */
  NOT_FOR_US,
  UNKNOWN_PSK,
  /** The group was replaced (ReInit): nothing can be sent in it any more. */
  GROUP_CLOSED;

  /** The stable code, for example {@code stale-epoch}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
