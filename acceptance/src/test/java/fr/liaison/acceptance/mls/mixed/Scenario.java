package fr.liaison.acceptance.mls.mixed;

import fr.liaison.acceptance.mls.TsPeer;
import fr.liaison.mls.crypto.CipherSuite;

/**
 * What the named scenarios start from: a group of one library's founder and, but for a group of
 * one, a second member of each, so that both sides of every step have somebody who follows.
 */
final class Scenario implements AutoCloseable {
  private final TsPeer peer = TsPeer.start();

  /** A founder by itself, in suite 1. */
  MixedGroup alone(Library founder) {
    return alone(founder, CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519);
  }

  MixedGroup alone(Library founder, CipherSuite suite) {
    return MixedGroup.founded(peer, suite, founder, true);
  }

  /** Members 0 and 2 on the founder's library, 1 and 3 on the other. */
  MixedGroup four(Library founder) {
    return four(founder, true);
  }

  /** Whose handshakes may be private: nobody follows without secrets. */
  MixedGroup fourInPrivate(Library founder) {
    return four(founder, false);
  }

  private MixedGroup four(Library founder, boolean followed) {
    MixedGroup group =
        MixedGroup.founded(
            peer, CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519, founder, followed);
    Member first = group.members().getFirst();
    group.commit(
        first,
        Plan.empty()
            .add(
                group.newcomer(founder.other()),
                group.newcomer(founder),
                group.newcomer(founder.other())));
    return group;
  }

  @Override
  public void close() {
    peer.close();
  }
}
