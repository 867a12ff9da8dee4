package fr.liaison.conversation.stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.conversation.log.EntryView;
import fr.liaison.conversation.welcome.WelcomeView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says on a stream, one JSON object a text frame, told apart by {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ServerFrame.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
  @JsonSubTypes.Type(value = ServerFrame.Entry.class, name = "entry"),
  @JsonSubTypes.Type(value = ServerFrame.Receipt.class, name = "receipt"),
  @JsonSubTypes.Type(value = ServerFrame.CaughtUp.class, name = "caught-up"),
  @JsonSubTypes.Type(value = ServerFrame.Conversation.class, name = "conversation"),
  @JsonSubTypes.Type(value = ServerFrame.ResyncRequired.class, name = "resync-required"),
  @JsonSubTypes.Type(value = ServerFrame.Ping.class, name = "ping")
})
public sealed interface ServerFrame {
  /** The hello was accepted. */
  record Ready() implements ServerFrame {}

  /** A Welcome waits until the client deletes it over HTTP. */
  record Welcome(@JsonUnwrapped WelcomeView waiting) implements ServerFrame {}

  /** The next entry of a conversation. */
  record Entry(@JsonUnwrapped EntryView entry) implements ServerFrame {}

  /** Somebody received or read more. */
  record Receipt(
      UUID conversationId, UUID practitionerId, UUID deviceId, long deliveredUpTo, long readUpTo)
      implements ServerFrame {}

  /** Everything committed before the hello has been sent. */
  record CaughtUp(String resume) implements ServerFrame {}

  /** The conversation's roster changed; read it again over HTTP. */
  record Conversation(UUID conversationId) implements ServerFrame {}

  /**
   * Nothing more of this conversation is sent before the device entered it again.
   *
   * @param since when the device was declared dormant; absent when the log was cut
   */
  record ResyncRequired(UUID conversationId, @Nullable Instant since) implements ServerFrame {}

  /** Answer with a pong. */
  record Ping() implements ServerFrame {}

  default String json() {
    try {
      return ContractJson.mapper().writerFor(ServerFrame.class).writeValueAsString(this);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("a frame must be writable as JSON", unwritable);
    }
  }
}
