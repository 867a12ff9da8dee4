package fr.liaison.mls.schedule;

import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A symmetric ratchet (RFC 9420 section 9.1): the secret of the next generation, and the keys of
 * generations that were passed over and may still arrive. Immutable; steps are bounded.
 */
final class Ratchet {
  private static final long LAST_GENERATION = 0xFFFF_FFFFL;

  private final CipherSuite suite;
  private final Secret secret;
  private final long generation;
  private final NavigableMap<Long, MessageKey> passedOver;

  private Ratchet(
      CipherSuite suite,
      Secret secret,
      long generation,
      NavigableMap<Long, MessageKey> passedOver) {
    this.suite = suite;
    this.secret = secret;
    this.generation = generation;
    this.passedOver = passedOver;
  }

  static Ratchet start(CipherSuite suite, Secret secret) {
    return new Ratchet(suite, secret, 0, new TreeMap<>());
  }

  static Ratchet read(CipherSuite suite, TlsReader in) throws Malformed {
    Secret secret = Secret.read(in);
    long generation = in.uint32();
    NavigableMap<Long, MessageKey> passedOver = new TreeMap<>();
    for (MessageKey key : in.vector(MessageKey::read)) {
      passedOver.put(key.generation(), key);
    }
    return new Ratchet(suite, secret, generation, passedOver);
  }

  void write(TlsWriter out) {
    secret.write(out);
    out.uint32(generation).vector(passedOver.values(), (inner, key) -> key.write(inner));
  }

  /** What a step answers. */
  record Step(Ratchet next, MessageKey key) {}

  /** The next unused key. */
  Step advance() {
    if (generation == LAST_GENERATION) {
      throw new IllegalStateException("the ratchet is used up: commit before sending more");
    }
    return new Step(
        new Ratchet(suite, nextSecret(secret, generation), generation + 1, passedOver),
        key(secret, generation));
  }

  /** The key of a given generation, once. */
  Step take(long wanted, RatchetLimits limits) throws Refused {
    if (wanted < generation) {
      MessageKey kept = passedOver.get(wanted);
      if (kept == null) {
        throw new Refused(Refusal.KEY_CONSUMED);
      }
      NavigableMap<Long, MessageKey> rest = new TreeMap<>(passedOver);
      rest.remove(wanted);
      return new Step(new Ratchet(suite, secret, generation, rest), kept);
    }
    Refused.unless(
        wanted - generation <= limits.forward() && wanted < LAST_GENERATION, Refusal.TOO_FAR_AHEAD);
    NavigableMap<Long, MessageKey> kept = new TreeMap<>(passedOver);
    Secret current = secret;
    for (long step = generation; step < wanted; step++) {
      kept.put(step, key(current, step));
      current = nextSecret(current, step);
    }
    while (kept.size() > limits.passedOver()) {
      kept.pollFirstEntry();
    }
    return new Step(
        new Ratchet(suite, nextSecret(current, wanted), wanted + 1, kept), key(current, wanted));
  }

  void secrets(Consumer<Secret> seen) {
    seen.accept(secret);
    for (Map.Entry<Long, MessageKey> entry : passedOver.entrySet()) {
      List.of(entry.getValue().key(), entry.getValue().nonce()).forEach(seen);
    }
  }

  private MessageKey key(Secret of, long at) {
    return new MessageKey(
        at,
        suite.deriveTreeSecret(of, "key", at, suite.keyLength()),
        suite.deriveTreeSecret(of, "nonce", at, suite.nonceLength()));
  }

  private Secret nextSecret(Secret of, long at) {
    return suite.deriveTreeSecret(of, "secret", at, suite.hashLength());
  }
}
