package fr.liaison.client.audit;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a proof says of its leaf: the leaf itself and, unless purged, what opens its commitment. */
record Leaf(Bytes entry, @Nullable Bytes salt, @Nullable Bytes payload) {
  static Leaf parse(byte[] extra) {
    JsonNode json = json(extra);
    Bytes entry = bytes(json, "leaf");
    if (entry == null) {
      throw new MalformedProof("no leaf");
    }
    return new Leaf(entry, bytes(json, "salt"), bytes(json, "payload"));
  }

  /** The act's id, in the clear. */
  String id() {
    return json(entry.toArray()).path("id").asText("");
  }

  /** The act as opened; only of a leaf that opens, with its payload. */
  JsonNode said() {
    Bytes opened = payload;
    if (opened == null) {
      throw new MalformedProof("no payload");
    }
    return json(opened.toArray());
  }

  /** Whether the commitment opens to the payload, and the payload is of the same act. */
  boolean opens() {
    Bytes salted = salt;
    Bytes opened = payload;
    if (salted == null || opened == null) {
      return true;
    }
    JsonNode clear = json(entry.toArray());
    JsonNode act = json(opened.toArray());
    Bytes commitment = Bytes.of(Merkle.sha256(salted.toArray(), opened.toArray()));
    return clear.path("commitment").asText("").equals(commitment.toBase64Url())
        && act.path("actId").asText("").equals(id())
        && act.path("service").equals(clear.path("service"))
        && act.path("action").equals(clear.path("action"))
        && act.path("outcome").equals(clear.path("outcome"));
  }

  private static @Nullable Bytes bytes(JsonNode json, String member) {
    String text = json.path(member).textValue();
    try {
      return text == null ? null : Bytes.parse(text);
    } catch (IllegalArgumentException notBase64) {
      throw new MalformedProof("not base64url");
    }
  }

  private static JsonNode json(byte[] bytes) {
    try {
      JsonNode json = ContractJson.mapper().readTree(bytes);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (IOException unreadable) {
      // Said below.
    }
    throw new MalformedProof("not a JSON object");
  }
}
