package fr.liaison.conversation.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import java.util.Optional;
import java.util.UUID;

/** What a client says on a stream. */
sealed interface ClientFrame {
  /** The first frame: who, on which device, and from where on. */
  record Hello(String token, DeviceId device, Optional<String> resume) implements ClientFrame {
    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "Hello[" + device + "]";
    }
  }

  /** Everything up to this sequence is stored on the device. */
  record Ack(ConversationId conversation, long sequence) implements ClientFrame {}

  /** A fresh token of the same account, before the last one ends. */
  record Token(String token) implements ClientFrame {
    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "Token";
    }
  }

  record Pong() implements ClientFrame {}

  /** Something this protocol does not have. */
  record Malformed() implements ClientFrame {}

  static ClientFrame read(String text) {
    try {
      JsonNode node = ContractJson.mapper().readTree(text);
      return switch (node == null ? "" : node.path("type").asText("")) {
        case "hello" ->
            new Hello(
                text(node, "token"),
                new DeviceId(UUID.fromString(text(node, "deviceId"))),
                Optional.ofNullable(node.get("resume"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue));
        case "ack" -> ack(node);
        case "token" -> new Token(text(node, "token"));
        case "pong" -> new Pong();
        default -> new Malformed();
      };
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      return new Malformed();
    }
  }

  private static ClientFrame ack(JsonNode node) {
    JsonNode sequence = node.path("sequence");
    return sequence.isIntegralNumber() && sequence.canConvertToLong() && sequence.longValue() >= 0
        ? new Ack(
            new ConversationId(UUID.fromString(text(node, "conversationId"))), sequence.longValue())
        : new Malformed();
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("a text is missing");
    }
    return value.textValue();
  }
}
