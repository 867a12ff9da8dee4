package fr.liaison.conversation.group;

import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.leaf.LeafNode;
import java.util.Map;
import java.util.Optional;

/**
 * Accepts a leaf only with the signature key under which the directory announced its device, and
 * only while that device is active. Knows just the devices it was given: any other is refused.
 */
final class CertifiedDevices implements CredentialValidator {
  private final Map<DeviceId, KnownDevice> active;
  private final Bytes deliveryKey;

  CertifiedDevices(Map<DeviceId, KnownDevice> active, Bytes deliveryKey) {
    this.active = Map.copyOf(active);
    this.deliveryKey = deliveryKey;
  }

  @Override
  public boolean accepts(Credential credential, Bytes signatureKey) {
    return DeviceCredential.device(credential)
        .flatMap(device -> Optional.ofNullable(active.get(device)))
        .map(device -> MlsInput.mls(device.signatureKey()).equals(signatureKey))
        .orElse(false);
  }

  @Override
  public boolean acceptsSuccessor(LeafNode before, LeafNode after) {
    Optional<DeviceId> device = DeviceCredential.device(before.credential());
    return device.isPresent() && device.equals(DeviceCredential.device(after.credential()));
  }

  @Override
  public boolean acceptsExternalSender(ExternalSender sender) {
    return sender.signatureKey().equals(deliveryKey);
  }
}
