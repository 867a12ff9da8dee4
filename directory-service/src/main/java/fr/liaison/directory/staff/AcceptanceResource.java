package fr.liaison.directory.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** What an invited person calls before they have an account. */
@Path("/v1/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
public class AcceptanceResource {
  private final ReadInvitation readInvitation;
  private final AcceptInvitation acceptInvitation;

  AcceptanceResource(ReadInvitation readInvitation, AcceptInvitation acceptInvitation) {
    this.readInvitation = readInvitation;
    this.acceptInvitation = acceptInvitation;
  }

  @POST
  @Path("/preview")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Operation(
      operationId = "readInvitation",
      summary = "What a link invites to, or why it ended; needs only the link's token")
  public InvitationPreview preview(@Nullable AcceptanceRequest request) {
    return readInvitation.read(request);
  }

  @POST
  @Path("/acceptance")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Operation(
      operationId = "acceptInvitation",
      summary = "Makes the account of an invited person; needs no login, only the link's token")
  public Acceptance accept(@Nullable AcceptanceRequest request) {
    return acceptInvitation.accept(request);
  }
}
