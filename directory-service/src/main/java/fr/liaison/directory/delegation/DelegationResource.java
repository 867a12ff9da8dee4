package fr.liaison.directory.delegation;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Being replaced and standing in, for people. */
@Path("/v1/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PRACTITIONER)
@RunOnVirtualThread
public class DelegationResource {
  private final ReadDelegations readDelegations;
  private final FindCandidates findCandidates;
  private final ProposeDelegation proposeDelegation;
  private final AcceptDelegation acceptDelegation;
  private final EndDelegation endDelegation;
  private final CurrentCaller caller;

  DelegationResource(
      ReadDelegations readDelegations,
      FindCandidates findCandidates,
      ProposeDelegation proposeDelegation,
      AcceptDelegation acceptDelegation,
      EndDelegation endDelegation,
      CurrentCaller caller) {
    this.readDelegations = readDelegations;
    this.findCandidates = findCandidates;
    this.proposeDelegation = proposeDelegation;
    this.acceptDelegation = acceptDelegation;
    this.endDelegation = endDelegation;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listDelegations",
      summary = "Delegations the caller has a part in, open ones first; at most 50")
  public Delegation.Listing list() {
    return readDelegations.own(caller.require());
  }

  @GET
  @Path("/candidates")
  @Operation(
      operationId = "findLocumCandidates",
      summary = "Who may stand in: same profession and speciality, listed as a locum, near by")
  public Candidates candidates(
      @Parameter(
              description = "Kilometres around the person's first place, 50 unless said",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
          @QueryParam("radius")
          @Nullable String radius,
      @Parameter(description = "Who is to be replaced; only together with structureId")
          @QueryParam("replacedId")
          @Nullable UUID replacedId,
      @Parameter(description = "A FINESS structure the caller administers", example = "F440900017")
          @QueryParam("structureId")
          @Nullable String structureId) {
    return findCandidates.find(caller.require(), radius, replacedId, structureId);
  }

  @POST
  @ResponseStatus(201)
  @APIResponseSchema(value = Delegation.class, responseCode = "201")
  @Operation(
      operationId = "proposeDelegation",
      summary = "Asks somebody to stand in; shown to others once they accepted",
      description =
          """
          The caller is replaced, or, with replacedId and structureId, somebody who practises at a \
          FINESS structure that the caller administers. A conflict has the member reason: overlap, \
          stands-in, locum-replaced or too-many.""")
  public Delegation propose(@Nullable ProposalRequest request) {
    return proposeDelegation.propose(caller.require(), request);
  }

  @POST
  @Path("/{id}/acceptance")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "acceptDelegation", summary = "The yes of whoever is asked")
  public Delegation accept(@PathParam("id") UUID id) {
    return acceptDelegation.accept(caller.require(), new DelegationId(id));
  }

  @DELETE
  @Path("/{id}")
  @Consumes(MediaType.WILDCARD)
  @ResponseStatus(204)
  @Operation(
      operationId = "endDelegation",
      summary = "Declines, withdraws or ends it, according to who calls and where it stands")
  public void end(@PathParam("id") UUID id) {
    endDelegation.end(caller.require(), new DelegationId(id));
  }
}
