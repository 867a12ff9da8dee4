package fr.liaison.directory.device;

import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
    List<Bytes> certificateChain,
    @Schema(description = "The day (UTC) on which it was last used, where known")
        @Nullable LocalDate lastUsedOn) {

  public Device(
      UUID id,
      String name,
      Bytes signatureKey,
      Status status,
      Instant enrolledAt,
      Instant expiresAt,
      List<Bytes> certificateChain) {
    this(id, name, signatureKey, status, enrolledAt, expiresAt, certificateChain, null);
  }

  /** A revoked device never becomes active again. */
  @Schema(name = "DeviceStatus")
  public enum Status {
    active,
    revoked
  }

  /** The caller's devices, oldest first, and how many active ones a person may have at a time. */
  @Schema(name = "DeviceList", requiredProperties = "items")
  public record Listing(List<Device> items, @Nullable Integer most) {}

  /** The same device with a new certificate of the same key. */
  Device certified(CertificateAuthority.Issued issued) {
    return new Device(
        id,
        name,
        signatureKey,
        status,
        enrolledAt,
        issued.expiresAt(),
        List.of(issued.certificate(), issued.issuer()),
        lastUsedOn);
  }

  /** What the transparency log is told of it. */
  DeviceBindings.Binding binding(UUID practitioner, String nationalId) {
    return new DeviceBindings.Binding(id, practitioner, nationalId, signatureKey, expiresAt);
  }

  @Override
  public String toString() {
    return "Device[" + id + "]";
  }
}
