package fr.liaison.client.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.device.DeviceKey;
import fr.liaison.contracts.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyLogTest {
  private static final String NAME = "example.com/log";
  private static final int SIZE = 11;
  private final DeviceKey signer = DeviceKey.generate();
  private final String key = verifierKey(signer, NAME);
  private final List<byte[]> entries = new ArrayList<>();

  VerifyLogTest() {
    for (int i = 0; i < SIZE; i++) {
      entries.add(entry(i));
    }
  }

  @Test
  void everyEntryIsProvenAtItsPlace() {
    for (int i = 0; i < SIZE; i++) {
      assertThat(VerifyLog.proof(proof(i, NAME), "act-" + i, key))
          .isInstanceOf(Verdict.Proven.class);
    }
  }

  @Test
  void aProofOfSomethingElseIsRefuted() {
    String proof = proof(6, NAME);

    assertThat(VerifyLog.proof(proof, "act-5", key)).isEqualTo(refuted(Verdict.Cause.OTHER_ENTRY));
    assertThat(VerifyLog.proof(proof.replace("index 6", "index 7"), "", key))
        .isEqualTo(refuted(Verdict.Cause.INCLUSION));
    assertThat(VerifyLog.proof(proof.replace("\n11\n", "\n12\n"), "", key))
        .isEqualTo(refuted(Verdict.Cause.SIGNATURE));
    assertThat(VerifyLog.proof(proof, "", verifierKey(DeviceKey.generate(), NAME)))
        .isEqualTo(refuted(Verdict.Cause.KEY));
    assertThat(VerifyLog.proof(proof(6, "example.com/fork"), "", key))
        .isEqualTo(refuted(Verdict.Cause.ORIGIN));
  }

  @Test
  void aPayloadThatTheLeafDoesNotCommitToIsRefuted() {
    String forged = extra(6, "{\"actId\":\"act-6\",\"action\":\"forged\"}");

    assertThat(
            VerifyLog.proof(proof(6, NAME).replaceFirst("extra \\S+", "extra " + forged), "", key))
        .isEqualTo(refuted(Verdict.Cause.LEAF));
  }

  @Test
  void whatCannotBeReadIsRefuted() {
    for (String bad :
        List.of("", "\n\n", "\n\n\n", "c2sp.org/tlog-proof@v1\nindex 1\n\nx", "x".repeat(9))) {
      assertThat(VerifyLog.proof(bad, "", key)).isEqualTo(refuted(Verdict.Cause.MALFORMED));
    }
    assertThat(VerifyLog.checkpoint(checkpoint(NAME), "no key"))
        .isEqualTo(refuted(Verdict.Cause.MALFORMED));
    assertThat(VerifyLog.checkpoint(checkpoint(NAME), key))
        .isInstanceOf(Verdict.GenuineCheckpoint.class);
  }

  private static Verdict refuted(Verdict.Cause cause) {
    return new Verdict.Refuted(cause);
  }

  private static byte[] entry(int i) {
    return "{\"action\":\"a\",\"id\":\"act-%d\",\"outcome\":\"success\",\"service\":\"s\"}"
        .formatted(i)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String extra(int index, String payload) {
    String json =
        "{\"leaf\":\"%s\",\"salt\":\"AAAA\",\"payload\":\"%s\"}"
            .formatted(
                Bytes.of(entries.get(index)).toBase64Url(),
                Bytes.of(payload.getBytes(StandardCharsets.UTF_8)).toBase64Url());
    return base64(json.getBytes(StandardCharsets.UTF_8));
  }

  private String proof(int index, String origin) {
    String leaf = "{\"leaf\":\"" + Bytes.of(entries.get(index)).toBase64Url() + "\"}";
    StringBuilder file = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ");
    file.append(base64(leaf.getBytes(StandardCharsets.UTF_8))).append("\nindex " + index);
    for (Bytes hash : path(leaves(), index)) {
      file.append('\n').append(base64(hash.toArray()));
    }
    return file.append("\n\n").append(checkpoint(origin)).toString();
  }

  private String checkpoint(String origin) {
    String text = origin + "\n" + SIZE + "\n" + base64(root(leaves()).toArray()) + "\n";
    byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8)).toArray();
    byte[] id = HexFormat.of().parseHex(key.split("\\+")[1]);
    byte[] both = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, both, id.length, signature.length);
    return text + "\n\u2014 " + NAME + " " + base64(both) + "\n";
  }

  private List<Bytes> leaves() {
    return entries.stream().map(Merkle::leafHash).toList();
  }

  /** The tree by its definition: slow and obviously right. */
  private static Bytes root(List<Bytes> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return Merkle.nodeHash(
        root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  private static List<Bytes> path(List<Bytes> leaves, int index) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    List<Bytes> left = leaves.subList(0, split);
    List<Bytes> right = leaves.subList(split, leaves.size());
    List<Bytes> path =
        new ArrayList<>(index < split ? path(left, index) : path(right, index - split));
    path.add(index < split ? root(right) : root(left));
    return path;
  }

  private static String verifierKey(DeviceKey signer, String name) {
    byte[] typed = new byte[33];
    typed[0] = 1;
    System.arraycopy(signer.publicKey().toArray(), 0, typed, 1, 32);
    byte[] digest = Merkle.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed);
    return name + "+" + HexFormat.of().formatHex(digest, 0, 4) + "+" + base64(typed);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
