package fr.liaison.directory.staff;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * With what the person logs in once, to register a passkey: the password is deleted when that is
 * done, and at the end of the invitation. Prints nothing.
 */
@Schema(requiredProperties = {"username", "oneTimePassword", "usableUntil"})
public record Acceptance(
    @Schema(description = "To be given as login_hint of the login") String username,
    String oneTimePassword,
    Instant usableUntil) {
  @Override
  public String toString() {
    return "Acceptance[]";
  }
}
