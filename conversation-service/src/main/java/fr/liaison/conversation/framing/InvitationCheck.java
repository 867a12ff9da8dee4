package fr.liaison.conversation.framing;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.framing.MlsMessage.KeyPackage;
import fr.liaison.conversation.framing.MlsMessage.LeafSource;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether a key package may stand in a device's pool: suite 1, keys of the right length,
 * the device's registered signature key in the leaf, and a lifetime that holds now and is not
 * longer than allowed. Its signature is not verified here.
 */
public final class InvitationCheck {
  private static final int KEY_LENGTH = 32;
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);

  private InvitationCheck() {}

  /** What the pool needs to know of an acceptable key package, or why it is not. */
  public sealed interface Outcome {
    record Acceptable(Bytes initKey, Instant notAfter) implements Outcome {}

    record Refused(int offset, Fault fault) implements Outcome {}
  }

  public static Outcome check(Bytes bytes, Bytes registeredKey, Instant now, Duration longest) {
    return switch (MlsReader.read(bytes)) {
      case Framing.Malformed(int offset, Fault fault) -> new Outcome.Refused(offset, fault);
      case Framing.Read(KeyPackage keyPackage) -> check(keyPackage, registeredKey, now, longest);
      case Framing.Read ignored -> refused(Fault.WIRE_FORMAT);
    };
  }

  private static Outcome check(
      KeyPackage keyPackage, Bytes registeredKey, Instant now, Duration longest) {
    MlsMessage.Leaf leaf = keyPackage.leaf();
    if (keyPackage.cipherSuite() != FramingTracker.SUITE) {
      return refused(Fault.CIPHER_SUITE);
    }
    if (keyPackage.initKey().length() != KEY_LENGTH
        || leaf.encryptionKey().length() != KEY_LENGTH
        || keyPackage.initKey().equals(leaf.encryptionKey())) {
      return refused(Fault.KEY_LENGTH);
    }
    if (!leaf.signatureKey().equals(registeredKey)) {
      return refused(Fault.SIGNATURE_KEY);
    }
    if (!(leaf.source() instanceof LeafSource.FromKeyPackage(long notBefore, long notAfter))) {
      return refused(Fault.LEAF_SOURCE);
    }
    long clock = now.getEpochSecond();
    boolean holdsNow = notBefore <= clock + CLOCK_SKEW.toSeconds() && notAfter > clock;
    boolean withinLimit = notAfter - notBefore <= longest.toSeconds();
    return holdsNow && withinLimit
        ? new Outcome.Acceptable(keyPackage.initKey(), Instant.ofEpochSecond(notAfter))
        : refused(Fault.LIFETIME);
  }

  private static Outcome refused(Fault fault) {
    return new Outcome.Refused(0, fault);
  }
}
