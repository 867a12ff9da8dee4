package fr.liaison.conversation.group;

import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.X509Credentials;
import java.util.Map;
import java.util.Optional;

/**
 * Accepts a leaf only with a certificate of the pinned authority, for the signature key under which
 * the directory announced its device, and only while that device is active. Knows just the devices
 * it was given: any other is refused.
 */
final class CertifiedDevices implements CredentialValidator {
  private final Map<DeviceId, KnownDevice> active;
  private final X509Credentials authority;

  CertifiedDevices(Map<DeviceId, KnownDevice> active, X509Credentials authority) {
    this.active = Map.copyOf(active);
    this.authority = authority;
  }

  @Override
  public boolean accepts(Credential credential, Bytes signatureKey) {
    return authority.accepts(credential, signatureKey)
        && DeviceCredential.device(credential)
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
    return authority.acceptsExternalSender(sender);
  }
}
