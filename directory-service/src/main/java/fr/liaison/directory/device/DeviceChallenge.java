package fr.liaison.directory.device;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something fresh to sign, once, before it expires. */
@Schema(requiredProperties = {"challenge", "expiresAt"})
public record DeviceChallenge(String challenge, Instant expiresAt) {
  @Override
  public String toString() {
    return "DeviceChallenge[until=" + expiresAt + "]";
  }
}
