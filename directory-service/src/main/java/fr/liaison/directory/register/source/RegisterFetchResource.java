package fr.liaison.directory.register.source;

import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Has the configured source looked at without waiting for the night, for administrators. */
@Path("/v1/register-imports/fetch")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM_ADMIN)
@RunOnVirtualThread
public class RegisterFetchResource {
  private final FetchNow fetchNow;
  private final CurrentCaller caller;

  RegisterFetchResource(FetchNow fetchNow, CurrentCaller caller) {
    this.fetchNow = fetchNow;
    this.caller = caller;
  }

  @POST
  @ResponseStatus(202)
  @Operation(
      operationId = "fetchRegister",
      summary = "Fetches at once what the configured source has that was not imported yet",
      description =
          """
          The answer comes before the fetch is over; what it imports is in the list of imports, and a source \
          without anything new leaves no trace there. A conflict says why in `reason`: `no-source` where none \
          is configured, `running` where a fetch or an import goes on.""")
  @APIResponse(responseCode = "202", description = "Accepted")
  public void post() {
    fetchNow.begin(caller.require());
  }
}
