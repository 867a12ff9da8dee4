package fr.liaison.directory.staff;

import fr.liaison.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The token of an invitation's link. Prints nothing. */
@Schema(requiredProperties = "token")
public record AcceptanceRequest(@Nullable String token) {
  /** One of the wrong form is looked up all the same, as one that nobody was given. */
  static InvitationToken tokenOf(@Nullable AcceptanceRequest request) {
    if (request == null || request.token() == null) {
      throw Problem.field("token", "is missing");
    }
    return InvitationToken.of(request.token()).orElseGet(InvitationToken::next);
  }

  @Override
  public String toString() {
    return "AcceptanceRequest[]";
  }
}
