package fr.liaison.client.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.client.api.Entry;
import fr.liaison.client.api.Receipt;
import fr.liaison.client.api.Welcome;
import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.json.ContractJson;

/** Reads one text frame. */
final class FrameReader {
  private FrameReader() {}

  /** A frame by what is to be done with it. */
  sealed interface Incoming {
    record Ready() implements Incoming {}

    record Ping() implements Incoming {}

    record ForProgram(ServerFrame frame) implements Incoming {}

    /** Of a newer server: skipped. */
    record Unknown() implements Incoming {}

    /** Not a frame of this protocol. */
    record Malformed() implements Incoming {}
  }

  static Incoming read(String text) {
    try {
      JsonNode json = ContractJson.mapper().readTree(text);
      return switch (json.path("type").asText("")) {
        case "ready" -> new Incoming.Ready();
        case "ping" -> new Incoming.Ping();
        case "welcome" -> program(new ServerFrame.Welcomed(as(json, Welcome.class)));
        case "entry" -> program(new ServerFrame.Logged(as(json, Entry.class)));
        case "receipt" ->
            program(new ServerFrame.Marked(conversation(json), as(json, Receipt.class)));
        case "conversation" -> program(new ServerFrame.Changed(conversation(json)));
        case "resync-required" -> program(new ServerFrame.ResyncRequired(conversation(json)));
        case "caught-up" -> program(new ServerFrame.CaughtUp(json.path("resume").asText("")));
        case "" -> new Incoming.Malformed();
        default -> new Incoming.Unknown();
      };
    } catch (JsonProcessingException | IllegalArgumentException malformed) {
      return new Incoming.Malformed();
    }
  }

  private static Incoming program(ServerFrame frame) {
    return new Incoming.ForProgram(frame);
  }

  private static ConversationId conversation(JsonNode json) {
    return ConversationId.parse(json.path("conversationId").asText(""));
  }

  private static <T> T as(JsonNode json, Class<T> type) throws JsonProcessingException {
    return ContractJson.mapper().treeToValue(json, type);
  }
}
