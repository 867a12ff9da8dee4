package fr.liaison.client.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;

/** One entry of a conversation's log; the payload is an MLS message. */
public record Entry(
    ConversationId conversationId,
    long sequence,
    EntryKind kind,
    long epoch,
    DeviceId senderDeviceId,
    Instant acceptedAt,
    Priority priority,
    Bytes payload,
    Bytes sha256) {

  /** What an entry holds. */
  public enum EntryKind {
    @JsonProperty("commit")
    COMMIT,
    @JsonProperty("message")
    MESSAGE,
    /** The server asks the members to remove a device. */
    @JsonProperty("proposal")
    PROPOSAL
  }
}
