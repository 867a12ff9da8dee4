package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import java.time.Duration;
import java.time.Instant;

/**
 * The rules a leaf node or key package must keep by itself, whatever group it is meant for (RFC
 * 9420 sections 7.3 and 10.1). Lifetimes are checked by whoever hands out or adds a key package,
 * never by those who receive the commit later.
 */
public final class LeafRules {
  private final CipherSuite suite;
  private final CredentialValidator validator;

  public LeafRules(CipherSuite suite, CredentialValidator validator) {
    this.suite = suite;
    this.validator = validator;
  }

  /** A key package as it may be put into a group of this suite. */
  public void check(KeyPackage keyPackage) throws Refused {
    Refused.unless(
        keyPackage.version() == ProtocolVersion.MLS10 && keyPackage.cipherSuite() == suite.id(),
        Refusal.UNSUPPORTED);
    LeafNode leaf = keyPackage.leafNode();
    Refused.unless(
        leaf.source() instanceof LeafNodeSource.KeyPackaged
            && suite.isEncryptionKey(keyPackage.initKey())
            && !keyPackage.initKey().equals(leaf.encryptionKey()),
        Refusal.INVALID_LEAF);
    Refused.unless(keyPackage.extensions().hasNoDuplicates(), Refusal.INVALID_LEAF);
    Refused.unless(leaf.capabilities().supports(keyPackage.extensions()), Refusal.CAPABILITIES);
    check(leaf, new LeafNode.Place(Bytes.EMPTY, 0));
    Refused.unless(keyPackage.isSigned(suite), Refusal.BAD_SIGNATURE);
  }

  /** The lifetime as whoever stores, hands out or adds the key package sees it. */
  public static void checkLifetime(KeyPackage keyPackage, Instant now, Duration longest)
      throws Refused {
    Refused.unless(isCurrent(keyPackage, now, longest), Refusal.LIFETIME);
  }

  /** The same as an answer. */
  public static boolean isCurrent(KeyPackage keyPackage, Instant now, Duration longest) {
    return keyPackage.leafNode().source() instanceof LeafNodeSource.KeyPackaged(Lifetime lifetime)
        && lifetime.contains(now)
        && lifetime.isAtMost(longest);
  }

  /** A leaf where it stands or shall stand. */
  public void check(LeafNode leaf, LeafNode.Place place) throws Refused {
    checkWithoutCredential(leaf, place);
    Refused.unless(validator.accepts(leaf.credential(), leaf.signatureKey()), Refusal.CREDENTIAL);
  }

  private void checkWithoutCredential(LeafNode leaf, LeafNode.Place place) throws Refused {
    Capabilities able = leaf.capabilities();
    Refused.unless(
        able.versions().contains(ProtocolVersion.MLS10)
            && able.cipherSuites().contains(suite.id())
            && able.supportsCredential(leaf.credential().type())
            && able.supports(leaf.extensions()),
        Refusal.CAPABILITIES);
    Refused.unless(
        suite.isEncryptionKey(leaf.encryptionKey()) && leaf.extensions().hasNoDuplicates(),
        Refusal.INVALID_LEAF);
    Refused.unless(leaf.isSigned(suite, place), Refusal.BAD_SIGNATURE);
  }
}
