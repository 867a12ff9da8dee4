package fr.liaison.directory.device;

import fr.liaison.kit.idempotency.Idempotency;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The caller's own devices. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PRACTITIONER, Role.SOFTWARE})
@RunOnVirtualThread
public class DeviceResource {
  private final IssueChallenge issueChallenge;
  private final EnrolDevice enrolDevice;
  private final RenewCertificate renewCertificate;
  private final ReadDevices readDevices;
  private final RenameDevice renameDevice;
  private final RevokeDevice revokeDevice;
  private final DeviceConfig config;
  private final CurrentCaller caller;

  DeviceResource(
      IssueChallenge issueChallenge,
      EnrolDevice enrolDevice,
      RenewCertificate renewCertificate,
      ReadDevices readDevices,
      RenameDevice renameDevice,
      RevokeDevice revokeDevice,
      DeviceConfig config,
      CurrentCaller caller) {
    this.issueChallenge = issueChallenge;
    this.enrolDevice = enrolDevice;
    this.renewCertificate = renewCertificate;
    this.readDevices = readDevices;
    this.renameDevice = renameDevice;
    this.revokeDevice = revokeDevice;
    this.config = config;
    this.caller = caller;
  }

  @POST
  @Path("/device-challenges")
  @Consumes(MediaType.WILDCARD)
  @ResponseStatus(201)
  @APIResponseSchema(value = DeviceChallenge.class, responseCode = "201")
  @Operation(operationId = "issueDeviceChallenge", summary = "Something fresh for a device to sign")
  public DeviceChallenge challenge() {
    return issueChallenge.to(caller.require());
  }

  @POST
  @Path("/devices")
  @ResponseStatus(201)
  @APIResponseSchema(value = Device.class, responseCode = "201")
  @Operation(
      operationId = "enrolDevice",
      summary = "Enrols a device with proof of its key; needs a login of the last 15 minutes")
  public Device enrol(
      @Nullable EnrolmentRequest request,
      @HeaderParam(Idempotency.HEADER) @Nullable String idempotencyKey) {
    return enrolDevice.enrol(caller.require(), request, idempotencyKey);
  }

  @PUT
  @Path("/devices/{id}/certificate")
  @Operation(
      operationId = "renewCertificate",
      summary = "A new certificate of the same key; the present one while it lasts long enough")
  public Device renew(@PathParam("id") UUID id, @Nullable RenewalRequest request) {
    return renewCertificate.renew(caller.require(), new DeviceId(id), request);
  }

  @PUT
  @Path("/devices/{id}/name")
  @Operation(operationId = "renameDevice", summary = "Another name for one of the caller's devices")
  public Device rename(@PathParam("id") UUID id, @Nullable NameRequest request) {
    return renameDevice.rename(caller.require(), new DeviceId(id), request);
  }

  @GET
  @Path("/devices")
  @Operation(operationId = "listDevices", summary = "The caller's devices, revoked ones included")
  public Device.Listing list() {
    return new Device.Listing(readDevices.own(caller.require()), config.most());
  }

  @DELETE
  @Path("/devices/{id}")
  @Consumes(MediaType.WILDCARD)
  @ResponseStatus(204)
  @Operation(operationId = "revokeDevice", summary = "Revokes one of the caller's devices for ever")
  public void revoke(@PathParam("id") UUID id) {
    revokeDevice.revoke(caller.require(), new DeviceId(id));
  }
}
