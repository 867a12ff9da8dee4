package fr.liaison.conversation.room;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.conversation.commit.BundleRequest;
import fr.liaison.conversation.commit.CommitAnswers;
import fr.liaison.conversation.commit.CommitOutcome;
import fr.liaison.conversation.commit.Entrance;
import fr.liaison.conversation.refounding.RefoundingAnswers;
import fr.liaison.conversation.refusal.Refusals;
import fr.liaison.conversation.room.OpenConversation.Opening;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.CurrentRequester;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.device.ActsThroughDevice;
import fr.liaison.kit.problem.Problem;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Opens, lists and reads conversations. */
@Path("/v1/conversations")
@Authenticated
@ActsThroughDevice
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {
  private final CurrentRequester requesters;
  private final OpenConversation openConversation;
  private final ReadConversations readConversations;
  private final CommitAnswers commitAnswers;
  private final RefoundingAnswers refoundingAnswers;
  private final Refusals refusals;

  ConversationResource(
      CurrentRequester requesters,
      OpenConversation openConversation,
      ReadConversations readConversations,
      CommitAnswers commitAnswers,
      RefoundingAnswers refoundingAnswers,
      Refusals refusals) {
    this.requesters = requesters;
    this.openConversation = openConversation;
    this.readConversations = readConversations;
    this.commitAnswers = commitAnswers;
    this.refoundingAnswers = refoundingAnswers;
    this.refusals = refusals;
  }

  /**
   * The id is the MLS group id; the GroupInfo is the one of epoch 0.
   *
   * @param succeeds the conversation that waits to be founded again, and is by this
   * @param leaveOut the person whose commit was reported, when an administrator founds it without
   */
  public record OpenRequest(
      @NotNull UUID id,
      @NotNull Kind kind,
      @NotNull Bytes groupInfo,
      @Nullable @Valid BundleRequest commit,
      @Nullable UUID succeeds,
      @Nullable UUID leaveOut) {
    Opening toOpening() {
      return new Opening(
          new ConversationId(id),
          kind,
          groupInfo,
          Optional.ofNullable(commit).map(BundleRequest::toBundle),
          Optional.ofNullable(succeeds).map(ConversationId::new),
          Optional.ofNullable(leaveOut).map(PractitionerId::new));
    }
  }

  /** All conversations of the calling device, newest first. */
  public record ConversationList(List<ConversationView> items) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public ConversationView open(@NotNull @Valid OpenRequest request) {
    Requester requester = requesters.require();
    ConversationId id = new ConversationId(request.id());
    return switch (openConversation.open(requester, request.toOpening())) {
      case OpenOutcome.Opened(ConversationView view) -> view;
      case OpenOutcome.IdTaken ignored -> throw Problem.of(ProblemType.CONFLICT);
      case OpenOutcome.Unfit(var unfit) -> throw Refusals.unfit(unfit);
      case OpenOutcome.CommitRefused(var refused) ->
          throw commitAnswers.problem(refused, requester, id, Entrance.MEMBER);
      case OpenOutcome.SuccessionRefused(var refused) ->
          throw refoundingAnswers.problem(
              refused,
              requester,
              new ConversationId(Objects.requireNonNullElse(request.succeeds(), request.id())),
              "conversation.succeed");
      case OpenOutcome.SecondPersonMissing ignored ->
          throw refusals.notAllowed(
              requester, id, "conversation.create", CommitOutcome.Rule.TWO_PERSONS_ONLY.code());
      case OpenOutcome.TooLarge ignored -> throw Problem.of(ProblemType.TOO_LARGE);
    };
  }

  @GET
  public ConversationList list() {
    return new ConversationList(readConversations.all(requesters.require()));
  }

  /** Conversations of the caller's person that the calling device is not in. */
  public record JoinableList(List<JoinableView> items) {}

  @GET
  @Path("/joinable")
  public JoinableList joinable() {
    return new JoinableList(readConversations.joinable(requesters.require()));
  }

  @GET
  @Path("/{id}")
  public ConversationView read(@PathParam("id") UUID id) {
    Requester requester = requesters.require();
    ConversationId conversation = new ConversationId(id);
    return readConversations
        .one(requester, conversation)
        .orElseThrow(() -> refusals.notAMember(requester, conversation, "conversation.read"));
  }
}
