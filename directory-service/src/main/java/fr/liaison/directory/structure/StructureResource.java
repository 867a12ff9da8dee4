package fr.liaison.directory.structure;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.search.SearchConfig;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Finding structures, who practises there, and the mailboxes of their services. */
@Path("/v1/structures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PRACTITIONER, Role.SOFTWARE, Role.STRUCTURE_ADMIN, Role.COMPLIANCE_OFFICER})
@RunOnVirtualThread
public class StructureResource {
  private final SearchStructures searchStructures;
  private final ReadStructure readStructure;
  private final SearchConfig config;
  private final CurrentCaller caller;

  StructureResource(
      SearchStructures searchStructures,
      ReadStructure readStructure,
      SearchConfig config,
      CurrentCaller caller) {
    this.searchStructures = searchStructures;
    this.readStructure = readStructure;
    this.config = config;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "searchStructures",
      summary = "Structures where active people practise, best matches first",
      description =
          """
          Words may be misspelt, cut short or in any order. A new register is found some seconds \
          after it is in force.""")
  public StructurePage search(
      @Parameter(
              description =
                  "Words of name, town, postal code or sector; a FINESS, SIRET or technical number")
          @QueryParam("q")
          @Nullable String q,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50"))
          @QueryParam("limit")
          @Nullable String limit,
      @Parameter(description = "The next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    List<String> words = PageRequest.words(config, q);
    return searchStructures.search(
        caller.require(),
        words,
        PageRequest.limit(config, limit),
        PageRequest.after(cursor, words));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readStructure", summary = "One structure, with its professions counted")
  public Structure get(
      @Parameter(
              description =
                  """
                  A structureId, or its key: the first 16 bytes of SHA-256 over "liaison-structure", \
                  a line feed and the structureId, as a UUID of version 8. Web addresses hold the key, \
                  since the structureId of a practice of one person holds an RPPS number""")
          @PathParam("id")
          String id) {
    return readStructure.read(caller.require(), structure(id));
  }

  @GET
  @Path("/{id}/members")
  @Operation(operationId = "listStructureMembers", summary = "Who practises there, by name")
  public MemberPage members(
      @PathParam("id") String id,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50"))
          @QueryParam("limit")
          @Nullable String limit,
      @Parameter(description = "The next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    return readStructure.members(
        caller.require(),
        structure(id),
        PageRequest.limit(config, limit),
        PageRequest.afterMember(cursor));
  }

  @GET
  @Path("/{id}/services")
  @Operation(
      operationId = "listStructureServices",
      summary = "The MSSanté mailboxes of its services, by service",
      description =
          """
          Those of the national extraction in force that are no one person's; none on the red list. \
          The limit counts mailboxes, so that a page may end within a service, which the next page \
          goes on with. A service without a name is the structure itself. Where an import took away \
          the mailbox a page ended with, its cursor is refused: begin again.""")
  public ServicePage services(
      @PathParam("id") String id,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50"))
          @QueryParam("limit")
          @Nullable String limit,
      @Parameter(description = "The next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    return readStructure.services(
        caller.require(),
        structure(id),
        PageRequest.limit(config, limit),
        PageRequest.afterOne(cursor));
  }

  private static StructureId structure(String id) {
    return StructureId.of(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
