package fr.liaison.directory.match;

import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Finding again whom one already knows. */
@Path("/v1/practitioners/matches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PRACTITIONER)
@RunOnVirtualThread
public class MatchResource {
  private final MatchPeople matchPeople;
  private final CurrentCaller caller;

  MatchResource(MatchPeople matchPeople, CurrentCaller caller) {
    this.matchPeople = matchPeople;
    this.caller = caller;
  }

  @POST
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Operation(
      operationId = "matchPractitioners",
      summary = "Whom of the register each row of a list means; nothing of the list is kept",
      description =
          """
          Certain is who has the RPPS number or the MSSanté mailbox, or who alone of their name \
          practises at the place. Mailboxes of the red list and of structures are nobody's. \
          The answer shows cards as a search does, never mailboxes. Rows are counted by account: \
          too many within an hour are refused with Retry-After.""")
  public Matches match(@Nullable MatchRequest request) {
    return matchPeople.match(caller.require(), request);
  }
}
