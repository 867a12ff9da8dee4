package fr.liaison.directory.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invitation as administrators see it, without its token. Prints only the id. */
@Schema(
    requiredProperties = {
      "id",
      "givenName",
      "familyName",
      "function",
      "status",
      "createdAt",
      "createdBy",
      "expiresAt"
    })
public record Invitation(
    UUID id,
    String givenName,
    String familyName,
    String function,
    @Nullable String email,
    Status status,
    Instant createdAt,
    UUID createdBy,
    Instant expiresAt,
    @Nullable Instant acceptedAt) {

  /** Withdrawn also when who invited may not do so any more. */
  @Schema(name = "InvitationStatus")
  public enum Status {
    open,
    accepted,
    expired,
    withdrawn
  }

  /** Who accepts in the last minute has time for a passkey all the same. */
  Instant usableUntil(Instant accepted, Duration least) {
    Instant end = accepted.plus(least);
    return end.isAfter(expiresAt) ? end : expiresAt;
  }

  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }

  /** The invitations of a structure, newest first. */
  @Schema(name = "InvitationList", requiredProperties = "items")
  public record Listing(List<Invitation> items) {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /** The only answer that has the link. Prints only the id. */
  @Schema(
      name = "IssuedInvitation",
      requiredProperties = {"invitation", "link"})
  public record Issued(
      Invitation invitation,
      @Schema(description = "To be given to the person; shown only now") String link) {
    @Override
    public String toString() {
      return "Issued[" + invitation.id() + "]";
    }
  }
}
