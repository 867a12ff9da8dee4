package fr.liaison.client.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the server sees it; {@code firstSequence} is where the caller's device joined.
 *
 * @param succeeds the conversation this one took the place of
 * @param succeededBy the one that took its place
 * @param admins who may bring in and put out others
 */
public record Conversation(
    ConversationId id,
    Kind kind,
    long epoch,
    long lastSequence,
    long firstSequence,
    Instant createdAt,
    State state,
    @Nullable ConversationId succeeds,
    @Nullable ConversationId succeededBy,
    List<Member> members,
    List<PractitionerId> admins,
    List<Receipt> receipts) {

  /** One device in the roster. */
  public record Member(PractitionerId practitionerId, DeviceId deviceId) {}

  /** Whether it takes anything new. */
  public enum State {
    @JsonProperty("open")
    OPEN,
    /** Closed; some member is to found its successor. */
    @JsonProperty("refounding")
    REFOUNDING,
    @JsonProperty("succeeded")
    SUCCEEDED
  }
}
