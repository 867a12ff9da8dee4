package fr.liaison.acceptance.mls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Bytes in JSON: base64url without padding. */
final class Base64Url {
  private Base64Url() {}

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static ObjectNode put(ObjectNode fields, String name, byte[] bytes) {
    return fields.put(name, text(bytes));
  }

  static void putAll(ObjectNode fields, String name, List<byte[]> list) {
    ArrayNode array = fields.putArray(name);
    list.forEach(bytes -> array.add(text(bytes)));
  }

  static byte[] bytes(JsonNode answer, String name) {
    return optional(answer, name)
        .orElseThrow(() -> new IllegalStateException("the answer has no " + name));
  }

  static Optional<byte[]> optional(JsonNode answer, String name) {
    JsonNode field = answer.path(name);
    return field.isTextual()
        ? Optional.of(Base64.getUrlDecoder().decode(field.asText()))
        : Optional.empty();
  }
}
