package fr.liaison.client.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.contracts.json.ContractJson;
import java.util.Optional;

/** The frames we send, as JSON. */
final class ClientFrame {
  private ClientFrame() {}

  static String hello(String token, DeviceId device, Optional<String> resume) {
    ObjectNode frame = of("hello").put("token", token).put("deviceId", device.toString());
    resume.filter(text -> !text.isEmpty()).ifPresent(text -> frame.put("resume", text));
    return frame.toString();
  }

  static String ack(ConversationId conversation, long sequence) {
    return of("ack")
        .put("conversationId", conversation.toString())
        .put("sequence", sequence)
        .toString();
  }

  static String token(String token) {
    return of("token").put("token", token).toString();
  }

  static String pong() {
    return of("pong").toString();
  }

  private static ObjectNode of(String type) {
    return ContractJson.mapper().createObjectNode().put("type", type);
  }
}
