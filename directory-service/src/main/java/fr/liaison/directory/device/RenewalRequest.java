package fr.liaison.directory.device;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a device sends for a new certificate of the same key; checked before use. */
@Schema(requiredProperties = {"challenge", "proof"})
public record RenewalRequest(
    @Schema(description = "From POST /v1/device-challenges") @Nullable String challenge,
    @Schema(
            description =
                "Ed25519 signature, base64url, over \"liaison-device-renewal-v1\", the challenge and"
                    + " the device's public key in base64url, each but the last followed by a line feed")
        @Nullable String proof) {
  @Override
  public String toString() {
    return "RenewalRequest[]";
  }
}
