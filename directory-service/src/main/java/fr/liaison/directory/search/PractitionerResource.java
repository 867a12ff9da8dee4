package fr.liaison.directory.search;

import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.jspecify.annotations.Nullable;

/** Finding practitioners. */
@Path("/v1/practitioners")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PRACTITIONER, Role.SOFTWARE, Role.STRUCTURE_ADMIN, Role.COMPLIANCE_OFFICER})
@RunOnVirtualThread
public class PractitionerResource {
  private final SearchPractitioners searchPractitioners;
  private final FindPractitioner findPractitioner;
  private final SearchConfig config;
  private final CurrentCaller caller;

  PractitionerResource(
      SearchPractitioners searchPractitioners,
      FindPractitioner findPractitioner,
      SearchConfig config,
      CurrentCaller caller) {
    this.searchPractitioners = searchPractitioners;
    this.findPractitioner = findPractitioner;
    this.config = config;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "searchPractitioners",
      summary = "Active practitioners whose card holds all the words, best matches first")
  public PractitionerPage search(
      @Parameter(description = "Beginnings of words of name, profession, town or structure")
          @QueryParam("q")
          @Nullable String q,
      @Parameter(description = "Words or the code of a profession or speciality")
          @QueryParam("profession")
          @Nullable String profession,
      @Parameter(description = "A town or the beginning of a postal code") @QueryParam("town")
          @Nullable String town,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50"))
          @QueryParam("limit")
          @Nullable String limit,
      @Parameter(description = "The next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    return searchPractitioners.search(
        caller.require(), SearchQuery.of(config, q, profession, town, limit, cursor));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readPractitioner", summary = "One practitioner's card, departed or not")
  public Practitioner get(@PathParam("id") UUID id) {
    return findPractitioner.find(caller.require(), new PractitionerId(id));
  }
}
