package fr.liaison.directory.device;

import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One of the caller's devices. The chain is the device certificate, then the intermediate that
 * signed it; the root is the trust anchor. Prints only the id.
 */
@Schema(
    requiredProperties = {
      "id",
      "name",
      "signatureKey",
      "status",
      "enrolledAt",
      "expiresAt",
      "certificateChain"
    })
public record Device(
    UUID id,
    String name,
    Bytes signatureKey,
    Status status,
    Instant enrolledAt,
    Instant expiresAt,
    List<Bytes> certificateChain) {

  /** A revoked device never becomes active again. */
  @Schema(name = "DeviceStatus")
  public enum Status {
    active,
    revoked
  }

  /** The caller's devices, oldest first. */
  @Schema(name = "DeviceList", requiredProperties = "items")
  public record Listing(List<Device> items) {}

  /** The same device with a new certificate of the same key. */
  Device certified(CertificateAuthority.Issued issued) {
    return new Device(
        id,
        name,
        signatureKey,
        status,
        enrolledAt,
        issued.expiresAt(),
        List.of(issued.certificate(), issued.issuer()));
  }

  @Override
  public String toString() {
    return "Device[" + id + "]";
  }
}
