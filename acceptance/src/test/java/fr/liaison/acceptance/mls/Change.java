package fr.liaison.acceptance.mls;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a commit is to change, built up call by call. Public framing and a path unless said. */
public final class Change {
  private final List<byte[]> add = new ArrayList<>();
  private final List<Integer> remove = new ArrayList<>();
  private final List<byte[]> psk = new ArrayList<>();
  private final ObjectNode options = TsPeer.JSON.createObjectNode();

  /** New keys for the committer, nothing else. */
  public static Change none() {
    return new Change();
  }

  public Change add(byte[] keyPackage) {
    add.add(keyPackage);
    return this;
  }

  public Change remove(int leaf) {
    remove.add(leaf);
    return this;
  }

  public Change psk(byte[] id) {
    psk.add(id);
    return this;
  }

  /** All extensions the group context is to have. An empty list changes nothing in ts-mls 1.6. */
  public Change extensions(List<Extension> extensions) {
    Extension.put(options, extensions);
    return this;
  }

  /**
   * Commits the proposals received too: those that are neither our update nor our removal, one per
   * leaf.
   */
  public Change byReference() {
    options.put("byReference", true);
    return this;
  }

  /** As PrivateMessage. */
  public Change inPrivate() {
    options.put("private", true);
    return this;
  }

  /** Without a path where RFC 9420 allows it. */
  public Change withoutPath() {
    options.put("noPath", true);
    return this;
  }

  /** The joiners must be given {@link TsClient#tree} beside the Welcome. */
  public Change welcomeWithoutTree() {
    options.put("welcomeWithoutTree", true);
    return this;
  }

  public Change aad(byte[] aad) {
    Base64Url.put(options, "aad", aad);
    return this;
  }

  ObjectNode fields() {
    ObjectNode fields = options.deepCopy();
    Base64Url.putAll(fields, "add", add);
    Base64Url.putAll(fields, "psk", psk);
    ArrayNode leaves = fields.putArray("remove");
    remove.forEach(leaves::add);
    return fields;
  }

  /** An extension of the group context by its number in RFC 9420. */
  public record Extension(int type, byte[] data) {
    static void put(ObjectNode fields, List<Extension> extensions) {
      ArrayNode array = fields.putArray("gce");
      extensions.forEach(
          extension ->
              Base64Url.put(array.addObject().put("type", extension.type), "data", extension.data));
    }
  }
}
