package fr.liaison.directory.software;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The programs that take part, for platform administrators. */
@Path("/v1/software")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM_ADMIN)
@RunOnVirtualThread
public class SoftwareResource {
  private final VouchForSoftware vouchForSoftware;
  private final WithdrawSoftware withdrawSoftware;
  private final Softwares softwares;
  private final Database database;
  private final AuditTrail audit;
  private final CurrentCaller caller;

  SoftwareResource(
      VouchForSoftware vouchForSoftware,
      WithdrawSoftware withdrawSoftware,
      Softwares softwares,
      Database database,
      AuditTrail audit,
      CurrentCaller caller) {
    this.vouchForSoftware = vouchForSoftware;
    this.withdrawSoftware = withdrawSoftware;
    this.softwares = softwares;
    this.database = database;
    this.audit = audit;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "vouchForSoftware",
      summary = "Enters a program in the name of a structure; needs a login of the last 15 minutes")
  public Software vouch(@Nullable VouchRequest request) {
    return vouchForSoftware.vouch(caller.require(), request);
  }

  @GET
  @Operation(operationId = "listSoftware", summary = "All programs, withdrawn ones included")
  public Software.Listing list() {
    audit.recordAlone(Act.of("software.list").by(caller.require()));
    return new Software.Listing(database.read(softwares::all));
  }

  @DELETE
  @Path("/{id}")
  @ResponseStatus(204)
  @Operation(operationId = "withdrawSoftware", summary = "Ends a program's part at once")
  public void withdraw(@PathParam("id") UUID id) {
    withdrawSoftware.withdraw(caller.require(), new PractitionerId(id));
  }
}
