package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.leaf.LeafNode;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Public groups with a validator of one's own. */
final class Watch {
  private Watch() {}

  static PublicGroup trusting(PublicGroup group, Predicate<ExternalSender> senders) {
    return restored(group, validator((credential, key) -> true, senders));
  }

  static CredentialValidator accepting(BiPredicate<Credential, Bytes> accepted) {
    return validator(accepted, sender -> true);
  }

  private static PublicGroup restored(PublicGroup group, CredentialValidator validator) {
    try {
      return PublicGroup.restore(group.serialized(), validator);
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  private static CredentialValidator validator(
      BiPredicate<Credential, Bytes> accepted, Predicate<ExternalSender> senders) {
    return new CredentialValidator() {
      @Override
      public boolean accepts(Credential credential, Bytes signatureKey) {
        return accepted.test(credential, signatureKey);
      }

      @Override
      public boolean acceptsSuccessor(LeafNode before, LeafNode after) {
        return before.credential().equals(after.credential());
      }

      @Override
      public boolean acceptsExternalSender(ExternalSender sender) {
        return senders.test(sender);
      }
    };
  }
}
