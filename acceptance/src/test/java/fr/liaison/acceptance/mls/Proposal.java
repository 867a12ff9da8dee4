package fr.liaison.acceptance.mls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a member may propose. */
public sealed interface Proposal {
  record Add(byte[] keyPackage) implements Proposal {}

  record Remove(int leaf) implements Proposal {}

  /** A fresh encryption key in the proposer's own leaf. */
  record Update() implements Proposal {}

  record Psk(byte[] id) implements Proposal {}

  record Extensions(List<Change.Extension> extensions) implements Proposal {}

  /** The fields of the request. */
  default ObjectNode fields() {
    ObjectNode fields = TsPeer.JSON.createObjectNode();
    return switch (this) {
      case Add(byte[] keyPackage) ->
          Base64Url.put(fields.put("kind", "add"), "keyPackage", keyPackage);
      case Remove(int leaf) -> fields.put("kind", "remove").put("leaf", leaf);
      case Update() -> fields.put("kind", "update");
      case Psk(byte[] id) -> Base64Url.put(fields.put("kind", "psk"), "psk", id);
      case Extensions(List<Change.Extension> extensions) -> {
        Change.Extension.put(fields, extensions);
        yield fields.put("kind", "gce");
      }
    };
  }
}
