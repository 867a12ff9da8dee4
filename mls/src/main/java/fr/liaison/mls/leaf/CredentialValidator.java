package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;

/**
 * The authentication service of RFC 9750 as a group sees it. Answers are taken as they are; a
 * validator that cannot tell must answer false. Called for every leaf that enters a tree we did not
 * know, never again for one that stays. Must be thread-safe.
 */
public interface CredentialValidator {
  /** Whether the credential is genuine and certifies exactly this signature key. */
  boolean accepts(Credential credential, Bytes signatureKey);

  /**
   * Whether the second leaf may take the place of the first (RFC 9420 section 5.3.1): the same
   * client, possibly with a newer credential or key. Also decides whose old leaf an external commit
   * may replace. Only called for leaves that were accepted.
   */
  boolean acceptsSuccessor(LeafNode before, LeafNode after);

  /** Whether a group may take proposals of this outsider. */
  default boolean acceptsExternalSender(ExternalSender sender) {
    return accepts(sender.credential(), sender.signatureKey());
  }
}
