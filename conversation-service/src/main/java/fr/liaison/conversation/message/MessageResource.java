package fr.liaison.conversation.message;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.conversation.log.Priority;
import fr.liaison.conversation.refusal.Refusals;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.CurrentRequester;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.device.ActsThroughDevice;
import fr.liaison.kit.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Sends messages and pages through the log. */
@Path("/v1/conversations/{id}")
@Authenticated
@ActsThroughDevice
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {
  private final CurrentRequester requesters;
  private final SendMessage sendMessage;
  private final ReadLog readLog;
  private final Refusals refusals;

  MessageResource(
      CurrentRequester requesters, SendMessage sendMessage, ReadLog readLog, Refusals refusals) {
    this.requesters = requesters;
    this.sendMessage = sendMessage;
    this.readLog = readLog;
    this.refusals = refusals;
  }

  /** An MLS PrivateMessage to append, with what stands in the clear beside it. */
  public record SendRequest(
      @NotNull Bytes message,
      @Nullable Priority priority,
      @Nullable List<@NotNull UUID> attachments) {}

  /** The place the message got in the conversation's log. */
  public record SendAnswer(long sequence, Instant acceptedAt) {}

  @POST
  @Path("/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public SendAnswer send(@PathParam("id") UUID id, @NotNull @Valid SendRequest request) {
    Requester requester = requesters.require();
    ConversationId conversation = new ConversationId(id);
    Priority priority = request.priority() == null ? Priority.routine : request.priority();
    List<UUID> attachments =
        request.attachments() == null ? List.of() : List.copyOf(request.attachments());
    SendOutcome outcome =
        sendMessage.send(requester, conversation, request.message(), priority, attachments);
    return switch (outcome) {
      case SendOutcome.Accepted(long sequence, Instant acceptedAt) ->
          new SendAnswer(sequence, acceptedAt);
      case SendOutcome.StaleEpoch(long currentEpoch, long lastSequence) ->
          throw Refusals.staleEpoch(currentEpoch, lastSequence);
      case SendOutcome.CommitFirst(long currentEpoch, long lastSequence) ->
          throw Refusals.commitRequired(currentEpoch, lastSequence);
      case SendOutcome.Closed(var successor) -> throw Refusals.closed(successor);
      case SendOutcome.Dormant(var since) -> throw Refusals.resyncRequired(since);
      case SendOutcome.Replayed ignored -> throw Problem.of(ProblemType.CONFLICT);
      case SendOutcome.NotAMember ignored ->
          throw refusals.notAMember(requester, conversation, "message.send");
      case SendOutcome.Unfit(var unfit) -> throw Refusals.unfit(unfit);
      case SendOutcome.TooLarge ignored -> throw Problem.of(ProblemType.TOO_LARGE);
      case SendOutcome.Busy ignored ->
          throw Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
    };
  }

  @GET
  @Path("/log")
  public LogPage log(
      @PathParam("id") UUID id,
      @QueryParam("after") @DefaultValue("0") @PositiveOrZero long after,
      @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(500) int limit) {
    Requester requester = requesters.require();
    ConversationId conversation = new ConversationId(id);
    return switch (readLog.page(requester, conversation, after, limit)) {
      case LogReading.Page(LogPage page) -> page;
      case LogReading.ResyncRequired(var since) -> throw Refusals.resyncRequired(since);
      case LogReading.NotAMember ignored ->
          throw refusals.notAMember(requester, conversation, "history.read");
    };
  }
}
