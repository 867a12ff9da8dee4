package fr.liaison.directory.staff;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What whoever holds a link reads before accepting. Of one that cannot be accepted (any more) only
 * the status, so that a link that lies about says nothing of anybody. Prints only the status.
 */
@Schema(requiredProperties = "status")
public record InvitationPreview(
    @Schema(description = "Also open where an acceptance may be gone on with")
        Invitation.Status status,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable String function,
    @Nullable String invitedBy,
    @Nullable String structureName,
    @Nullable String town,
    @Nullable Instant usableUntil) {
  static InvitationPreview ended(Invitation.Status status) {
    return new InvitationPreview(status, null, null, null, null, null, null, null);
  }

  @Override
  public String toString() {
    return "InvitationPreview[" + status + "]";
  }
}
