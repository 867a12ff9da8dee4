package fr.liaison.conversation.refounding;

import fr.liaison.conversation.log.Standing;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.CurrentRequester;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.State;
import fr.liaison.kit.device.ActsThroughDevice;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Takes reports of commits that cannot be processed, and orders to found a conversation again. */
@Path("/v1/conversations/{id}")
@Authenticated
@ActsThroughDevice
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RefoundingResource {
  private final CurrentRequester requesters;
  private final ReportCommit reportCommit;
  private final OrderRefounding orderRefounding;
  private final RefoundingAnswers answers;

  RefoundingResource(
      CurrentRequester requesters,
      ReportCommit reportCommit,
      OrderRefounding orderRefounding,
      RefoundingAnswers answers) {
    this.requesters = requesters;
    this.reportCommit = reportCommit;
    this.orderRefounding = orderRefounding;
    this.answers = answers;
  }

  /** The place of the commit in the log. */
  public record ReportRequest(@NotNull @Positive Long sequence) {}

  /** How many persons have reported this commit, and how many it takes. */
  public record ReportAnswer(int reporters, int needed, State state) {}

  /** The place of the broken commit, if it is one commit. */
  public record RefoundingRequest(@Nullable @Positive Long sequence) {}

  /** Where the conversation stands; the successor once there is one. */
  public record RefoundingAnswer(State state, @Nullable UUID succeededBy) {}

  @POST
  @Path("/reports")
  @Consumes(MediaType.APPLICATION_JSON)
  public ReportAnswer report(@PathParam("id") UUID id, @NotNull @Valid ReportRequest request) {
    Requester requester = requesters.require();
    return switch (reportCommit.report(requester, new ConversationId(id), request.sequence())) {
      case ReportOutcome.Noted(int reporters, int needed, State state) ->
          new ReportAnswer(reporters, needed, state);
      case ReportOutcome.Refused(Refusal refusal) ->
          throw answers.problem(refusal, requester, new ConversationId(id), "commit.report");
    };
  }

  @POST
  @Path("/refounding")
  @Consumes(MediaType.APPLICATION_JSON)
  public RefoundingAnswer order(
      @PathParam("id") UUID id,
      @RequestBody(required = false) @Nullable @Valid RefoundingRequest request) {
    Requester requester = requesters.require();
    Optional<Long> brokenAt = Optional.ofNullable(request).map(RefoundingRequest::sequence);
    return switch (orderRefounding.order(requester, new ConversationId(id), brokenAt)) {
      case OrderOutcome.Ordered(Standing standing) ->
          new RefoundingAnswer(
              standing.state(), standing.successor().map(ConversationId::value).orElse(null));
      case OrderOutcome.Refused(Refusal refusal) ->
          throw answers.problem(
              refusal, requester, new ConversationId(id), "conversation.refounding");
    };
  }
}
