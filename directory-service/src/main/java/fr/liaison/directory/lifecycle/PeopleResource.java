package fr.liaison.directory.lifecycle;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where people stand, who is suspended and which devices are lost, for platform administrators. */
@Path("/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM_ADMIN)
@RunOnVirtualThread
public class PeopleResource {
  private final ReadPeople readPeople;
  private final SuspendPerson suspendPerson;
  private final RevokeLostDevice revokeLostDevice;
  private final CurrentCaller caller;

  PeopleResource(
      ReadPeople readPeople,
      SuspendPerson suspendPerson,
      RevokeLostDevice revokeLostDevice,
      CurrentCaller caller) {
    this.readPeople = readPeople;
    this.suspendPerson = suspendPerson;
    this.revokeLostDevice = revokeLostDevice;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listPeople", summary = "People by family name, without programs")
  public PersonPage list(
      @Parameter(schema = @Schema(implementation = LifecycleState.class)) @QueryParam("state")
          @Nullable String state,
      @Parameter(description = "The beginning of a family name, or a whole national id")
          @QueryParam("q")
          @Nullable String q,
      @Parameter(
              description = "The next of the page before",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @QueryParam("after")
          @Nullable String after,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
          @QueryParam("limit")
          @Nullable String limit) {
    return readPeople.page(caller.require(), PeopleQuery.of(state, q, after, limit));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readPerson", summary = "Where a person stands, and their devices")
  public Person get(@PathParam("id") UUID id) {
    return readPeople.one(caller.require(), new PractitionerId(id));
  }

  @POST
  @Path("/{id}/suspension")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "suspendPerson",
      summary = "Ends a person's part at once, for now; needs a login of the last 15 minutes")
  public Person suspend(@PathParam("id") UUID id, @Nullable SuspensionRequest request) {
    return suspendPerson.suspend(caller.require(), new PractitionerId(id), request);
  }

  @DELETE
  @Path("/{id}/suspension")
  @ResponseStatus(204)
  @Operation(
      operationId = "liftSuspension",
      summary = "Gives the account back, no device; needs a login of the last 15 minutes")
  public void lift(@PathParam("id") UUID id) {
    suspendPerson.lift(caller.require(), new PractitionerId(id));
  }

  @DELETE
  @Path("/{id}/devices/{deviceId}")
  @ResponseStatus(204)
  @Operation(
      operationId = "revokeDeviceOfPerson",
      summary = "Takes a lost device away for ever; needs a login of the last 15 minutes")
  public void revoke(
      @PathParam("id") UUID id,
      @PathParam("deviceId") UUID deviceId,
      @Parameter(
              required = true,
              example = "lost",
              schema = @Schema(implementation = RevocationReason.class))
          @QueryParam("reason")
          @Nullable String reason) {
    revokeLostDevice.revoke(
        caller.require(), new PractitionerId(id), new DeviceId(deviceId), reason);
  }
}
