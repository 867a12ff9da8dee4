package fr.liaison.directory.account;

import fr.liaison.kit.identity.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The caller's own identity. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class MeResource {
  private final ReadMe readMe;
  private final CurrentCaller caller;

  MeResource(ReadMe readMe, CurrentCaller caller) {
    this.readMe = readMe;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readMe",
      summary = "Who the caller is; the first call binds a practitioner's account")
  public Me get() {
    return readMe.of(caller.require());
  }
}
