package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.schedule.SecretTree;
import fr.liaison.mls.tree.RatchetTree;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What is kept of a former epoch to read messages that arrive late: message keys, who was at which
 * leaf, and the resumption secret. Leaves that did not change since are stored once.
 */
record PastEpoch(
    GroupContext context,
    NavigableMap<Integer, LeafNode> leaves,
    Secret senderData,
    Secret resumption,
    SecretTree keys) {
  static PastEpoch of(GroupState state) {
    NavigableMap<Integer, LeafNode> leaves = new TreeMap<>();
    RatchetTree tree = state.open().tree();
    tree.leaves()
        .forEach(
            leaf -> {
              LeafNode node = tree.leaf(leaf);
              if (node != null) {
                leaves.put(leaf, node);
              }
            });
    return new PastEpoch(
        state.open().context(),
        leaves,
        state.secrets().senderData(),
        state.secrets().resumption(),
        state.keys());
  }

  PastEpoch with(SecretTree newer) {
    return new PastEpoch(context, leaves, senderData, resumption, newer);
  }

  boolean is(Bytes groupId, long epoch) {
    return context.epoch() == epoch && context.groupId().equals(groupId);
  }

  void secrets(Consumer<Secret> seen) {
    seen.accept(senderData);
    seen.accept(resumption);
    keys.secrets(seen);
  }

  void write(TlsWriter out, RatchetTree current) {
    out.value(context);
    out.vector(
        leaves.entrySet(),
        (inner, entry) -> {
          boolean same = entry.getValue().equals(current.leaf(entry.getKey()));
          inner.uint32(entry.getKey()).optional(same ? null : entry.getValue());
        });
    senderData.write(out);
    resumption.write(out);
    keys.write(out);
  }

  static PastEpoch read(CipherSuite suite, RatchetTree current, TlsReader in) throws Malformed {
    GroupContext context = GroupContext.read(in);
    NavigableMap<Integer, LeafNode> leaves = new TreeMap<>();
    for (Map.Entry<Integer, LeafNode> leaf : in.vector(one -> leaf(current, one))) {
      leaves.put(leaf.getKey(), leaf.getValue());
    }
    return new PastEpoch(
        context, leaves, Secret.read(in), Secret.read(in), SecretTree.read(suite, in));
  }

  private static Map.Entry<Integer, LeafNode> leaf(RatchetTree current, TlsReader in)
      throws Malformed {
    int number = (int) in.uint32();
    LeafNode own = in.optional(LeafNode::read);
    LeafNode node = own == null ? current.leaf(number) : own;
    if (node == null) {
      throw in.fault(Malformed.Fault.STATE_FORMAT, 1);
    }
    return Map.entry(number, node);
  }
}
