package fr.liaison.directory.staff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to invite, and as what. Prints nothing. */
@Schema(requiredProperties = {"givenName", "familyName", "function"})
public record InvitationRequest(
    @Schema(minLength = 1, maxLength = 60) @Nullable String givenName,
    @Schema(minLength = 1, maxLength = 60) @Nullable String familyName,
    @Schema(
            description = "What the person does there, as others see it",
            minLength = 1,
            maxLength = 60)
        @Nullable String function,
    @Schema(description = "For the list of invitations only; nothing is sent", maxLength = 254)
        @Nullable String email) {
  @Override
  public String toString() {
    return "InvitationRequest[]";
  }
}
