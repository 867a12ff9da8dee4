package fr.liaison.conversation.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.LeafNode;

/** For work on a group by which nobody can enter it: believes no credential at all. */
final class NobodyEnters implements CredentialValidator {
  @Override
  public boolean accepts(Credential credential, Bytes signatureKey) {
    return false;
  }

  @Override
  public boolean acceptsSuccessor(LeafNode before, LeafNode after) {
    return false;
  }
}
