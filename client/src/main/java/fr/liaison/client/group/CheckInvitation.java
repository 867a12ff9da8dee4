package fr.liaison.client.group;

import fr.liaison.client.api.ClaimedDevice;
import fr.liaison.client.audit.DeviceClaim;
import fr.liaison.client.id.DeviceId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.MlsMessage;
import java.util.Optional;

/**
 * Whether a claimed key package is what was asked for: certified now, of the device the server
 * says, of the person the verified card says. The server cannot slip in anybody else.
 */
public final class CheckInvitation {
  private final GroupDevice device;

  public CheckInvitation(GroupDevice device) {
    this.device = device;
  }

  /** Empty when it is not, or there was none. */
  public Optional<KeyPackage> check(ClaimedDevice claimed, String nationalId) {
    Bytes bytes = claimed.keyPackage();
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return MlsMessage.parse(Wire.mls(bytes)) instanceof MlsMessage.Keys(KeyPackage found)
              && isOf(found.leafNode(), claimed.deviceId(), nationalId)
          ? Optional.of(found)
          : Optional.empty();
    } catch (Malformed unreadable) {
      return Optional.empty();
    }
  }

  /** What the log must say of a key package that was checked. */
  public DeviceClaim claim(ClaimedDevice claimed, KeyPackage checked, String nationalId) {
    return DeviceClaim.of(
        claimed.deviceId().value(),
        claimed.practitionerId().value(),
        nationalId,
        Wire.json(checked.leafNode().signatureKey()));
  }

  private boolean isOf(LeafNode leaf, DeviceId expected, String nationalId) {
    return device.isValidNow(leaf)
        && device
            .identify(leaf.credential())
            .filter(one -> one.device().equals(expected.value()))
            .filter(one -> one.nationalId().equals(nationalId))
            .isPresent();
  }
}
