package fr.liaison.directory.device;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The devices of other practitioners, with the certificates that vouch for them. */
@Path("/v1/practitioners/{id}/devices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PRACTITIONER, Role.SOFTWARE})
@RunOnVirtualThread
public class PeerDeviceResource {
  private final ReadDevices readDevices;
  private final CurrentCaller caller;

  PeerDeviceResource(ReadDevices readDevices, CurrentCaller caller) {
    this.readDevices = readDevices;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listPractitionerDevices", summary = "A practitioner's active devices")
  public PeerDevice.Listing list(@PathParam("id") UUID practitioner) {
    return new PeerDevice.Listing(
        readDevices.of(caller.require(), new PractitionerId(practitioner)));
  }
}
