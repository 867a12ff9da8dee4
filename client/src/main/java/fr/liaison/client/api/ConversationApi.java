package fr.liaison.client.api;

import fr.liaison.client.api.Conversation.State;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Call;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.Reply;
import fr.liaison.client.http.Service;
import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.id.WelcomeId;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation-service: conversations and the delivery of MLS messages, which it cannot read.
 * All calls need a device; every write may be repeated with the same bytes.
 */
public final class ConversationApi {
  private final Http http;

  public ConversationApi(Http http) {
    this.http = http;
  }

  /** A new conversation and, unless it starts alone, its first commit. */
  public record Opening(
      ConversationId id,
      Kind kind,
      Bytes groupInfo,
      @Nullable CommitBundle commit,
      @Nullable ConversationId succeeds) {}

  /** How many persons say that they cannot process a commit, and what came of it. */
  public record Reported(int reporters, int needed, State state) {}

  /** Where a conversation that is founded again stands. */
  public record Refounding(State state, @Nullable ConversationId succeededBy) {}

  /** The place a commit got. */
  public record Committed(long epoch, long sequence) {}

  /** An encrypted message and the attachments it links. */
  public record Outgoing(Bytes message, Priority priority, List<AttachmentId> attachments) {}

  /** The place a message got. */
  public record Sent(long sequence, Instant acceptedAt) {}

  /** Where a group stands, for joining by external commit. */
  public record GroupInfo(long epoch, Bytes groupInfo) {}

  /** A conversation of the caller's person that the calling device is not in. */
  public record Joinable(ConversationId id, Kind kind, long epoch) {}

  private record JoinableList(List<Joinable> items) {}

  private record DeliveryKey(Bytes externalSenders) {}

  private record ConversationList(List<Conversation> items) {}

  private record WelcomeList(List<Welcome> items) {}

  private record Report(long sequence) {}

  private record Marks(@Nullable Long deliveredUpTo, @Nullable Long readUpTo) {}

  public Answer<Conversation> open(Opening opening) {
    return http.json(post("/v1/conversations").json(opening), Conversation.class);
  }

  public Answer<List<Conversation>> conversations() {
    return http.json(get("/v1/conversations"), ConversationList.class).map(ConversationList::items);
  }

  public Answer<Conversation> conversation(ConversationId id) {
    return http.json(get("/v1/conversations/" + id), Conversation.class);
  }

  /** Refused with {@code stale-epoch} when another commit won: catch up and make it again. */
  public Answer<Committed> commit(ConversationId id, CommitBundle bundle) {
    return http.json(post("/v1/conversations/" + id + "/commits").json(bundle), Committed.class);
  }

  /** Enters, or comes back, by external commit; refused with 429 when done too often. */
  public Answer<Committed> join(ConversationId id, CommitBundle bundle) {
    return http.json(post("/v1/conversations/" + id + "/joins").json(bundle), Committed.class);
  }

  /** Repeating is harmless, here and in {@link #withdraw}. */
  public Answer<Reply> appoint(ConversationId id, PractitionerId person) {
    return http.send(Call.put(Service.CONVERSATION, admin(id, person)));
  }

  public Answer<Reply> withdraw(ConversationId id, PractitionerId person) {
    return http.send(Call.delete(Service.CONVERSATION, admin(id, person)));
  }

  public Answer<List<Joinable>> joinable() {
    return http.json(get("/v1/conversations/joinable"), JoinableList.class)
        .map(JoinableList::items);
  }

  /** What the creator of a group puts into its external_senders. */
  public Answer<Bytes> externalSenders() {
    return http.json(get("/v1/delivery-key"), DeliveryKey.class).map(DeliveryKey::externalSenders);
  }

  /** Says that this device cannot process a commit; saying it again is harmless. */
  public Answer<Reported> report(ConversationId id, long sequence) {
    return http.json(
        post("/v1/conversations/" + id + "/reports").json(new Report(sequence)), Reported.class);
  }

  /** Closes a conversation until it is founded again; for administrators, or either of two. */
  public Answer<Refounding> refound(ConversationId id) {
    return http.json(post("/v1/conversations/" + id + "/refounding"), Refounding.class);
  }

  public Answer<GroupInfo> groupInfo(ConversationId id) {
    return http.json(get("/v1/conversations/" + id + "/group-info"), GroupInfo.class);
  }

  public Answer<Sent> send(ConversationId id, Outgoing message) {
    return http.json(post("/v1/conversations/" + id + "/messages").json(message), Sent.class);
  }

  public Answer<LogPage> log(ConversationId id, long after, int limit) {
    return http.json(
        get("/v1/conversations/" + id + "/log")
            .query("after", Long.toString(after))
            .query("limit", Integer.toString(limit)),
        LogPage.class);
  }

  public Answer<Reply> delivered(ConversationId id, long upTo) {
    return mark(id, new Marks(upTo, null));
  }

  public Answer<Reply> read(ConversationId id, long upTo) {
    return mark(id, new Marks(null, upTo));
  }

  public Answer<List<Welcome>> welcomes() {
    return http.json(get("/v1/welcomes"), WelcomeList.class).map(WelcomeList::items);
  }

  /** Once the group it leads to is stored. */
  public Answer<Reply> dropWelcome(WelcomeId id) {
    return http.send(Call.delete(Service.CONVERSATION, "/v1/welcomes/" + id));
  }

  private Answer<Reply> mark(ConversationId id, Marks marks) {
    return http.send(post("/v1/conversations/" + id + "/receipts").json(marks));
  }

  private static String admin(ConversationId id, PractitionerId person) {
    return "/v1/conversations/" + id + "/admins/" + person;
  }

  private static Call get(String path) {
    return Call.get(Service.CONVERSATION, path);
  }

  private static Call post(String path) {
    return Call.post(Service.CONVERSATION, path).idempotent();
  }
}
