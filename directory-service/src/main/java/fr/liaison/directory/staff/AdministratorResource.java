package fr.liaison.directory.staff;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Who administers a structure, for platform administrators. */
@Path("/v1/structures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM_ADMIN)
@RunOnVirtualThread
public class AdministratorResource {
  private final NameAdministrator nameAdministrator;
  private final CurrentCaller caller;

  AdministratorResource(NameAdministrator nameAdministrator, CurrentCaller caller) {
    this.nameAdministrator = nameAdministrator;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/administrators")
  @Operation(operationId = "listStructureAdministrators", summary = "Who may invite for it")
  public Administrator.Listing list(@PathParam("id") String id) {
    return nameAdministrator.list(caller.require(), id);
  }

  @PUT
  @Path("/{id}/administrators/{practitionerId}")
  @ResponseStatus(204)
  @Operation(
      operationId = "nameStructureAdministrator",
      summary = "Lets a person invite for it; needs a login of the last 15 minutes")
  public void name(@PathParam("id") String id, @PathParam("practitionerId") UUID practitionerId) {
    nameAdministrator.name(caller.require(), id, new PractitionerId(practitionerId));
  }

  @DELETE
  @Path("/{id}/administrators/{practitionerId}")
  @ResponseStatus(204)
  @Operation(
      operationId = "dismissStructureAdministrator",
      summary = "Ends that, and the open invitations; needs a login of the last 15 minutes")
  public void dismiss(
      @PathParam("id") String id, @PathParam("practitionerId") UUID practitionerId) {
    nameAdministrator.dismiss(caller.require(), id, new PractitionerId(practitionerId));
  }
}
