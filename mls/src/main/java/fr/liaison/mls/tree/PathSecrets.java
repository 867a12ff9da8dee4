package fr.liaison.mls.tree;

import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.crypto.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The chain of secrets along a filtered path (RFC 9420 section 7.4), from some step to the top:
 * each gives its node's key pair and the next secret; beyond the last is the commit secret.
 */
final class PathSecrets {
  private final FilteredPath path;
  private final int from;
  private final List<Secret> secrets;
  private final List<HpkeKeyPair> pairs;
  private final Secret commitSecret;

  private PathSecrets(
      FilteredPath path,
      int from,
      List<Secret> secrets,
      List<HpkeKeyPair> pairs,
      Secret commitSecret) {
    this.path = path;
    this.from = from;
    this.secrets = secrets;
    this.pairs = pairs;
    this.commitSecret = commitSecret;
  }

  /** Derives upwards; the first secret belongs to the path's step of this number. */
  static PathSecrets derive(CipherSuite suite, FilteredPath path, int from, Secret first) {
    List<Secret> secrets = new ArrayList<>();
    List<HpkeKeyPair> pairs = new ArrayList<>();
    Secret secret = first;
    for (int i = from; i < path.steps().size(); i++) {
      secrets.add(secret);
      Secret nodeSecret = suite.deriveSecret(secret, "node");
      pairs.add(suite.deriveKeyPair(nodeSecret));
      nodeSecret.wipe();
      secret = suite.deriveSecret(secret, "path");
    }
    return new PathSecrets(path, from, secrets, pairs, secret);
  }

  Secret commitSecret() {
    return commitSecret;
  }

  /** The secret of a step of the path. */
  Secret at(int step) {
    return secrets.get(step - from);
  }

  HpkeKeyPair pairAt(int step) {
    return pairs.get(step - from);
  }

  /** The pairs by node. */
  Map<Integer, HpkeKeyPair> pairs() {
    Map<Integer, HpkeKeyPair> byNode = new HashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      byNode.put(path.steps().get(from + i).node(), pairs.get(i));
    }
    return byNode;
  }

  /** Wipes all but the commit secret and the key pairs. */
  void wipe() {
    secrets.forEach(Secret::wipe);
  }
}
