package fr.liaison.conversation.commit;

import fr.liaison.conversation.commit.GroupInfos.GroupInfoView;
import fr.liaison.conversation.refusal.Refusals;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.CurrentRequester;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.device.ActsThroughDevice;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Takes commit bundles and hands out the GroupInfo of the current epoch. */
@Path("/v1/conversations/{id}")
@Authenticated
@ActsThroughDevice
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CommitResource {
  private final CurrentRequester requesters;
  private final ApplyCommit applyCommit;
  private final ReadGroupInfo readGroupInfo;
  private final CommitAnswers answers;
  private final Refusals refusals;

  CommitResource(
      CurrentRequester requesters,
      ApplyCommit applyCommit,
      ReadGroupInfo readGroupInfo,
      CommitAnswers answers,
      Refusals refusals) {
    this.requesters = requesters;
    this.applyCommit = applyCommit;
    this.readGroupInfo = readGroupInfo;
    this.answers = answers;
    this.refusals = refusals;
  }

  /** The epoch the commit opened and its place in the log. */
  public record CommitAnswer(long epoch, long sequence) {}

  @POST
  @Path("/commits")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public CommitAnswer commit(@PathParam("id") UUID id, @NotNull @Valid BundleRequest request) {
    Requester requester = requesters.require();
    ConversationId conversation = new ConversationId(id);
    return answer(requester, conversation, request, Entrance.MEMBER);
  }

  /** An external commit: the device enters a conversation of its person, or replaces itself. */
  @POST
  @Path("/joins")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public CommitAnswer join(@PathParam("id") UUID id, @NotNull @Valid BundleRequest request) {
    Requester requester = requesters.require();
    return answer(requester, new ConversationId(id), request, Entrance.OWN_DEVICE);
  }

  private CommitAnswer answer(
      Requester requester, ConversationId conversation, BundleRequest request, Entrance entrance) {
    return switch (applyCommit.apply(requester, conversation, request.toBundle(), entrance)) {
      case CommitOutcome.Committed(long epoch, long sequence) -> new CommitAnswer(epoch, sequence);
      case CommitOutcome.Refused refused ->
          throw answers.problem(refused, requester, conversation, entrance);
    };
  }

  @GET
  @Path("/group-info")
  public GroupInfoView groupInfo(@PathParam("id") UUID id) {
    Requester requester = requesters.require();
    ConversationId conversation = new ConversationId(id);
    return readGroupInfo
        .current(requester, conversation)
        .orElseThrow(() -> refusals.notAMember(requester, conversation, "group-info.read"));
  }
}
