package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.leaf.LeafNode;
import java.util.List;

/** UpdatePath, RFC 9420 section 7.6: the committer's new leaf and the new keys above it. */
public record UpdatePath(LeafNode leafNode, List<UpdatePathNode> nodes) implements Encodable {
  public UpdatePath {
    nodes = List.copyOf(nodes);
  }

  public static UpdatePath read(TlsReader in) throws Malformed {
    return new UpdatePath(LeafNode.read(in), in.vector(UpdatePathNode::read));
  }

  /** The new keys, bottom up. */
  List<Bytes> keys() {
    return nodes.stream().map(UpdatePathNode::encryptionKey).toList();
  }

  @Override
  public void write(TlsWriter out) {
    out.value(leafNode).vector(nodes);
  }
}
