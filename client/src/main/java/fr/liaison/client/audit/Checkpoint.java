package fr.liaison.client.audit;

import fr.liaison.contracts.json.Bytes;

/** A C2SP checkpoint: a log's size and root at one moment. */
public record Checkpoint(String origin, long size, Bytes root) {
  static final String NUMBER = "0|[1-9]\\d{0,17}";

  /** As it was signed. */
  String text() {
    return origin + "\n" + size + "\n" + Base64Text.encode(root.toArray()) + "\n";
  }

  static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 3 || lines[0].isEmpty() || !lines[1].matches(NUMBER)) {
      throw new MalformedProof("not a checkpoint");
    }
    Bytes root = Bytes.of(Base64Text.decode(lines[2]));
    if (root.length() != Merkle.HASH) {
      throw new MalformedProof("a root has 32 bytes");
    }
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
  }
}
