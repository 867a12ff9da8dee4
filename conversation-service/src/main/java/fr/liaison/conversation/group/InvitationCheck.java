package fr.liaison.conversation.group;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.mls.leaf.CertifiedDevice;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNodeSource;
import fr.liaison.mls.leaf.LeafRules;
import fr.liaison.mls.leaf.Lifetime;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.refusal.Refused;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Decides whether a key package may stand in a device's pool: everything RFC 9420 section 10.1
 * asks, the device's own certificate and registered key in the leaf, and a lifetime that holds now
 * and is not longer than allowed.
 */
@Singleton
public class InvitationCheck {
  private final DeviceAuthority authority;

  InvitationCheck(DeviceAuthority authority) {
    this.authority = authority;
  }

  /** What the pool needs to know of an acceptable key package, or why it is not. */
  public sealed interface Outcome {
    record Acceptable(Bytes initKey, Instant notAfter) implements Outcome {}

    record Refused(Unfit unfit) implements Outcome {}
  }

  public Outcome check(
      String field, Bytes bytes, KnownDevice device, Instant now, Duration longest) {
    try {
      if (!(MlsInput.message(field, bytes) instanceof MlsMessage.Keys(KeyPackage keyPackage))) {
        return new Outcome.Refused(Unfit.of(field, "wire-format"));
      }
      CertifiedDevices own =
          new CertifiedDevices(
              Map.of(new DeviceId(device.deviceId()), device), authority.credentials());
      LeafRules.checkLifetime(keyPackage, now, longest);
      new LeafRules(DeliveryKey.SUITE, own).check(keyPackage);
      return new Outcome.Acceptable(
          MlsInput.json(keyPackage.initKey()),
          earlier(notAfter(keyPackage), certified(keyPackage)));
    } catch (Refused refused) {
      return new Outcome.Refused(Unfit.of(field, refused.refusal()));
    } catch (UnfitMls unfit) {
      return new Outcome.Refused(unfit.unfit());
    }
  }

  /** Until when the certificate in it holds: those who invite ask for one that does. */
  private Instant certified(KeyPackage keyPackage) {
    return authority
        .credentials()
        .identify(keyPackage.leafNode().credential())
        .map(CertifiedDevice::notAfter)
        .orElse(Instant.EPOCH);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant notAfter(KeyPackage keyPackage) {
    return keyPackage.leafNode().source() instanceof LeafNodeSource.KeyPackaged(Lifetime lifetime)
        ? Instant.ofEpochSecond(lifetime.notAfter())
        : Instant.EPOCH;
  }
}
