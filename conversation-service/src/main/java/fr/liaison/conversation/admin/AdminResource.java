package fr.liaison.conversation.admin;

import fr.liaison.conversation.refusal.Refusals;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.CurrentRequester;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.device.ActsThroughDevice;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Appoints and withdraws the administrators of a group. */
@Path("/v1/conversations/{id}/admins/{practitionerId}")
@Authenticated
@ActsThroughDevice
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AdminResource {
  private final CurrentRequester requesters;
  private final ChangeAdmins changeAdmins;
  private final Refusals refusals;

  AdminResource(CurrentRequester requesters, ChangeAdmins changeAdmins, Refusals refusals) {
    this.requesters = requesters;
    this.changeAdmins = changeAdmins;
    this.refusals = refusals;
  }

  @PUT
  public void appoint(@PathParam("id") UUID id, @PathParam("practitionerId") UUID practitionerId) {
    change(id, practitionerId, Change.GRANT);
  }

  @DELETE
  public void withdraw(@PathParam("id") UUID id, @PathParam("practitionerId") UUID practitionerId) {
    change(id, practitionerId, Change.REVOKE);
  }

  private void change(UUID id, UUID practitionerId, Change change) {
    Requester requester = requesters.require();
    ConversationId conversation = new ConversationId(id);
    PractitionerId person = new PractitionerId(practitionerId);
    switch (changeAdmins.change(requester, conversation, person, change)) {
      case AdminOutcome.Changed ignored -> {}
      case AdminOutcome.Unchanged ignored -> {}
      case AdminOutcome.NotAMember ignored ->
          throw refusals.notAMember(requester, conversation, change.action());
      case AdminOutcome.NotAllowed(var rule) ->
          throw refusals.notAllowed(requester, conversation, change.action(), rule.code());
    }
  }
}
