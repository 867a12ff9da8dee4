package fr.liaison.client.audit;

import fr.liaison.contracts.json.Bytes;
import java.util.Arrays;
import java.util.List;

/**
 * A C2SP tlog-proof: {@code extra}, {@code index}, sibling hashes, an empty line, the checkpoint.
 */
record Proof(Leaf leaf, long index, List<Bytes> path, String checkpoint) {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  static Proof parse(String file) {
    int blank = file.indexOf("\n\n");
    String[] lines = file.substring(0, Math.max(0, blank)).split("\n", -1);
    boolean sound =
        lines.length >= 3
            && lines[0].equals(HEADER)
            && lines[1].startsWith(EXTRA)
            && lines[2].matches(INDEX + "(" + Checkpoint.NUMBER + ")");
    if (!sound) {
      throw new MalformedProof("not a tlog-proof");
    }
    List<Bytes> path = Arrays.stream(lines).skip(3).map(Proof::hash).toList();
    return new Proof(
        Leaf.parse(Base64Text.decode(lines[1].substring(EXTRA.length()))),
        Long.parseLong(lines[2].substring(INDEX.length())),
        path,
        file.substring(blank + 2));
  }

  private static Bytes hash(String line) {
    Bytes hash = Bytes.of(Base64Text.decode(line));
    if (hash.length() != Merkle.HASH) {
      throw new MalformedProof("a hash has 32 bytes");
    }
    return hash;
  }
}
