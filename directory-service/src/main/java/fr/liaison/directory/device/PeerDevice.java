package fr.liaison.directory.device;

import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An active device of somebody to write to: what MLS clients need to check its leaf. */
@Schema(requiredProperties = {"id", "signatureKey", "certificateChain", "enrolledAt", "expiresAt"})
public record PeerDevice(
    UUID id,
    Bytes signatureKey,
    List<Bytes> certificateChain,
    Instant enrolledAt,
    Instant expiresAt) {

  /** The active devices of one practitioner, oldest first. */
  @Schema(name = "PeerDeviceList", requiredProperties = "items")
  public record Listing(List<PeerDevice> items) {}
}
