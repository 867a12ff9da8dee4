package fr.liaison.contracts.event;

import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.UUID;

/**
 * A device proved its Ed25519 key and got a certificate, its first or, later, a new one of the same
 * key. {@code signatureKey} is the raw 32-byte public key; {@code accountId} is the token subject
 * allowed to act through the device.
 */
public record DeviceEnrolled(
    UUID deviceId, String accountId, UUID practitionerId, Bytes signatureKey, Instant expiresAt)
    implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return deviceId;
  }
}
