package fr.liaison.directory.device;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a device sends to be enrolled, as received; {@link Enrolment} checks it. */
@Schema(requiredProperties = {"name", "signatureKey", "challenge", "proof"})
public record EnrolmentRequest(
    @Schema(description = "What its owner calls the device", maxLength = 64) @Nullable String name,
    @Schema(description = "Raw Ed25519 public key", format = "base64url")
        @Nullable String signatureKey,
    @Schema(description = "As POST /v1/device-challenges answered it") @Nullable String challenge,
    @Schema(
            description =
                "Ed25519 signature by the key over the UTF-8 text"
                    + " 'liaison-device-enrolment-v1' LF challenge LF signatureKey",
            format = "base64url")
        @Nullable String proof) {
  @Override
  public String toString() {
    return "EnrolmentRequest[]";
  }
}
