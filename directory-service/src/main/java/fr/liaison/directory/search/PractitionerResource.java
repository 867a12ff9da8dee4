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
      summary = "Active practitioners whose card holds all the words, best matches first",
      description =
          """
          Words may be misspelt, cut short or initials, in any order; those found as typed come \
          first. People of the caller's own structures, then of their \
          surroundings, then of their departments, come slightly before others.""")
  public PractitionerPage search(
      @Parameter(description = "Words of name, profession, town, postal code or structure")
          @QueryParam("q")
          @Nullable String q,
      @Parameter(description = "Words or the code of a profession or speciality")
          @QueryParam("profession")
          @Nullable String profession,
      @Parameter(description = "A town, a department or the beginning of a postal code")
          @QueryParam("town")
          @Nullable String town,
      @Parameter(description = "The exact code of a profession, such as 60")
          @QueryParam("professionCode")
          @Nullable String professionCode,
      @Parameter(description = "The exact code of a speciality, such as SM54")
          @QueryParam("savoirFaire")
          @Nullable String savoirFaire,
      @Parameter(description = "A postal code, or at least two digits of its beginning")
          @QueryParam("postalCode")
          @Nullable String postalCode,
      @Parameter(
              description =
                  """
                  The INSEE code of a commune, which is not its postal code, or a former one; it holds \
                  its arrondissements and what was merged into it. With a radius, and without near, the \
                  commune is what that is around""",
              example = "2A004")
          @QueryParam("commune")
          @Nullable String commune,
      @Parameter(description = "The number of a department, such as 62, 2A or 971")
          @QueryParam("department")
          @Nullable String department,
      @Parameter(description = "The structureId of a situation") @QueryParam("structure")
          @Nullable String structure,
      @Parameter(
              description =
                  """
                  The postal or INSEE code of a commune; of a code that is both, the postal code. \
                  People count where the commune of their place of work is, or the largest of \
                  their postal code where the register states no commune. Distances are approximate \
                  where that, or the position of the commune, is not known exactly""")
          @QueryParam("near")
          @Nullable String near,
      @Parameter(
              description =
                  "Kilometres around near, or else around commune; 20 around near unless said",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
          @QueryParam("radius")
          @Nullable String radius,
      @Parameter(
              description = "Only people with a device to write to, as of some seconds ago",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @QueryParam("reachable")
          @Nullable String reachable,
      @Parameter(
              description = "Only people with an MSSanté mailbox",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @QueryParam("mssante")
          @Nullable String mssante,
      @Parameter(
              description = "Adds how many of all who match have which profession",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @QueryParam("counts")
          @Nullable String counts,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50"))
          @QueryParam("limit")
          @Nullable String limit,
      @Parameter(description = "The next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    SearchRequest request =
        new SearchRequest(
            q,
            profession,
            town,
            professionCode,
            savoirFaire,
            postalCode,
            commune,
            department,
            structure,
            near,
            radius,
            reachable,
            mssante,
            counts,
            limit,
            cursor);
    return searchPractitioners.search(caller.require(), SearchQuery.of(config, request));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readPractitioner", summary = "One practitioner's card, departed or not")
  public Practitioner get(@PathParam("id") UUID id) {
    return findPractitioner.find(caller.require(), new PractitionerId(id));
  }
}
