package fr.liaison.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A message as a client shows it; sequence 0 as long as the server has not accepted it. */
public record ShownMessage(String id, long sequence, String text, boolean own, String state) {

  static ShownMessage of(JsonNode item) {
    return new ShownMessage(
        item.path("id").asText(),
        item.path("sequence").asLong(),
        item.path("body").path("text").asText(),
        item.path("own").asBoolean(),
        item.path("state").path("kind").asText());
  }

  /** Whether the sender was told that it is stored for good. */
  public boolean acknowledged() {
    return switch (state) {
      case "sent", "delivered", "read" -> true;
      default -> false;
    };
  }
}
