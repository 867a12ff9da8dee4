package fr.liaison.client.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.client.api.DeviceBindings;
import fr.liaison.client.device.DeviceKey;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The log's bindings in memory: a real tree, by its definition, under real signatures. */
public final class TestLog {
  private static final String NAME = "example.com/log";

  /** One binding: its device and what opens its leaf. */
  public record Entry(String device, Bytes leaf, Bytes salt, Bytes payload) {}

  public final List<Entry> entries = new ArrayList<>();
  public DeviceKey signer = DeviceKey.generate();

  public void bind(String device, String practitioner, String nationalId, Bytes signatureKey) {
    String digest = Bytes.of(Merkle.sha256(signatureKey.toArray())).toBase64Url();
    add(
        device,
        Map.of(
            "event",
            "bound",
            "practitioner",
            practitioner,
            "nationalId",
            nationalId,
            "signatureKeySha256",
            digest));
  }

  public void revoke(String device, String practitioner) {
    add(device, Map.of("event", "revoked", "practitioner", practitioner));
  }

  private void add(String device, Map<String, String> details) {
    Map<String, Object> act = new TreeMap<>();
    act.put("actId", "act-" + entries.size());
    act.put("service", "directory-service");
    act.put("action", "device.binding");
    act.put("outcome", "success");
    act.put("object", Map.of("type", "device", "id", device));
    act.put("details", details);
    byte[] payload = json(act);
    byte[] salt = DeviceKey.generate().publicKey().toArray();
    Map<String, Object> leaf = new TreeMap<>();
    leaf.put("id", act.get("actId"));
    leaf.put("service", act.get("service"));
    leaf.put("action", act.get("action"));
    leaf.put("outcome", act.get("outcome"));
    leaf.put("commitment", Bytes.of(Merkle.sha256(salt, payload)).toBase64Url());
    entries.add(new Entry(device, Bytes.of(json(leaf)), Bytes.of(salt), Bytes.of(payload)));
  }

  public boolean holds(String device) {
    return entries.stream().anyMatch(entry -> entry.device().equals(device));
  }

  public DeviceBindings of(String device, long since) {
    String checkpoint = checkpoint();
    List<DeviceBindings.Item> items = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).device().equals(device)) {
        items.add(new DeviceBindings.Item(i, proof(i, checkpoint)));
      }
    }
    List<Bytes> consistency =
        since > 0 && since < entries.size()
            ? consistency(leaves(), Math.toIntExact(since), true)
            : List.of();
    return new DeviceBindings(checkpoint, consistency, items, null);
  }

  public String key() {
    byte[] typed = new byte[33];
    typed[0] = 1;
    System.arraycopy(signer.publicKey().toArray(), 0, typed, 1, 32);
    byte[] digest = Merkle.sha256((NAME + "\n").getBytes(StandardCharsets.UTF_8), typed);
    return NAME + "+" + HexFormat.of().formatHex(digest, 0, 4) + "+" + Base64Text.encode(typed);
  }

  private String checkpoint() {
    String root = Base64Text.encode(root(leaves()).toArray());
    String text = NAME + "\n" + entries.size() + "\n" + root + "\n";
    byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8)).toArray();
    byte[] id = HexFormat.of().parseHex(key().split("\\+")[1]);
    byte[] both = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, both, id.length, signature.length);
    return text + "\n\u2014 " + NAME + " " + Base64Text.encode(both) + "\n";
  }

  private String proof(int index, String checkpoint) {
    Entry entry = entries.get(index);
    byte[] opening =
        json(Map.of("leaf", entry.leaf(), "salt", entry.salt(), "payload", entry.payload()));
    StringBuilder file = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ");
    file.append(Base64Text.encode(opening)).append("\nindex ").append(index);
    path(leaves(), index)
        .forEach(hash -> file.append('\n').append(Base64Text.encode(hash.toArray())));
    return file.append("\n\n").append(checkpoint).toString();
  }

  private List<Bytes> leaves() {
    return entries.stream().map(entry -> Merkle.leafHash(entry.leaf().toArray())).toList();
  }

  private static Bytes root(List<Bytes> leaves) {
    if (leaves.isEmpty()) {
      return Bytes.of(Merkle.sha256());
    }
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

  private static List<Bytes> consistency(List<Bytes> leaves, int old, boolean known) {
    if (old == leaves.size()) {
      return known ? List.of() : List.of(root(leaves));
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    List<Bytes> left = leaves.subList(0, split);
    List<Bytes> right = leaves.subList(split, leaves.size());
    List<Bytes> proof =
        new ArrayList<>(
            old <= split ? consistency(left, old, known) : consistency(right, old - split, false));
    proof.add(old <= split ? root(right) : root(left));
    return proof;
  }

  private static byte[] json(Object value) {
    try {
      return ContractJson.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException unwritable) {
      throw new AssertionError(unwritable);
    }
  }
}
