package fr.liaison.directory.staff;

import fr.liaison.directory.device.DeviceId;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Inviting and removing people, for those whom the directory knows as the structure's. */
@Path("/v1/structures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PRACTITIONER)
@RunOnVirtualThread
public class StaffResource {
  private final InvitePerson invitePerson;
  private final RemovePerson removePerson;
  private final CurrentCaller caller;

  StaffResource(InvitePerson invitePerson, RemovePerson removePerson, CurrentCaller caller) {
    this.invitePerson = invitePerson;
    this.removePerson = removePerson;
    this.caller = caller;
  }

  @POST
  @Path("/{id}/invitations")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @APIResponseSchema(value = Invitation.Issued.class, responseCode = "201")
  @Operation(
      operationId = "invitePerson",
      summary = "Answers a link that is shown only once; needs a login of the last 15 minutes")
  public Invitation.Issued invite(@PathParam("id") String id, @Nullable InvitationRequest request) {
    return invitePerson.invite(caller.require(), id, request);
  }

  @GET
  @Path("/{id}/invitations")
  @Operation(operationId = "listInvitations", summary = "The latest 500 invitations")
  public Invitation.Listing invitations(@PathParam("id") String id) {
    return invitePerson.list(caller.require(), id);
  }

  @DELETE
  @Path("/{id}/invitations/{invitationId}")
  @ResponseStatus(204)
  @Operation(operationId = "withdrawInvitation", summary = "Makes the link worth nothing")
  public void withdraw(@PathParam("id") String id, @PathParam("invitationId") UUID invitationId) {
    invitePerson.withdraw(caller.require(), id, invitationId);
  }

  @GET
  @Path("/{id}/people")
  @Operation(operationId = "listInvitedPeople", summary = "Who accepted, and their devices")
  public InvitedPerson.Listing people(@PathParam("id") String id) {
    return removePerson.list(caller.require(), id);
  }

  @DELETE
  @Path("/{id}/people/{practitionerId}")
  @ResponseStatus(204)
  @Operation(operationId = "removeInvitedPerson", summary = "Ends the person's part at once")
  public void remove(@PathParam("id") String id, @PathParam("practitionerId") UUID practitionerId) {
    removePerson.remove(caller.require(), id, new PractitionerId(practitionerId));
  }

  @DELETE
  @Path("/{id}/people/{practitionerId}/devices/{deviceId}")
  @ResponseStatus(204)
  @Operation(operationId = "revokeInvitedPersonsDevice", summary = "Takes a lost device away")
  public void revoke(
      @PathParam("id") String id,
      @PathParam("practitionerId") UUID practitionerId,
      @PathParam("deviceId") UUID deviceId) {
    removePerson.revoke(
        caller.require(), id, new PractitionerId(practitionerId), new DeviceId(deviceId));
  }
}
