package fr.liaison.mls.schedule;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;

/**
 * The upper half of the key schedule (RFC 9420 section 8): up to what a Welcome tells a joiner,
 * from where members and joiners go on alike.
 */
public final class JoinerSecret {
  private final CipherSuite suite;
  private final Secret joiner;
  private final Secret member;

  private JoinerSecret(CipherSuite suite, Secret joiner, Secret pskSecret) {
    this.suite = suite;
    this.joiner = joiner;
    this.member = suite.extract(joiner, pskSecret);
  }

  /**
   * As members compute it.
   *
   * @param context of the new epoch
   */
  public static JoinerSecret derive(
      CipherSuite suite, Secret initSecret, Secret commitSecret, Secret pskSecret, Bytes context) {
    Secret extracted = suite.extract(initSecret, commitSecret);
    Secret joiner = suite.expandWithLabel(extracted, "joiner", context.array(), suite.hashLength());
    extracted.wipe();
    return new JoinerSecret(suite, joiner, pskSecret);
  }

  /** As a joiner got it. */
  public static JoinerSecret received(CipherSuite suite, Secret joiner, Secret pskSecret) {
    return new JoinerSecret(suite, joiner, pskSecret);
  }

  public Secret joiner() {
    return joiner;
  }

  /** Under which a Welcome seals its GroupInfo. */
  public Secret welcome() {
    return suite.deriveSecret(member, "welcome");
  }

  public EpochSecrets epoch(Bytes context) {
    Secret epoch = suite.expandWithLabel(member, "epoch", context.array(), suite.hashLength());
    EpochSecrets secrets = EpochSecrets.of(suite, epoch);
    epoch.wipe();
    return secrets;
  }

  public void wipe() {
    joiner.wipe();
    member.wipe();
  }
}
