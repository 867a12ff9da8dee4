package fr.liaison.directory.staff;

import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the caller may administer. */
@Path("/v1/me/administered-structures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PRACTITIONER)
@RunOnVirtualThread
public class AdministeredResource {
  private final ListAdministered listAdministered;
  private final CurrentCaller caller;

  AdministeredResource(ListAdministered listAdministered, CurrentCaller caller) {
    this.listAdministered = listAdministered;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listAdministeredStructures",
      summary = "The structures for which the caller may invite people")
  public AdministeredStructure.Listing list() {
    return listAdministered.list(caller.require());
  }
}
