package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.leaf.LeafNode;

/** Node, RFC 9420 section 7.8: what stands at a place of the tree that is not blank. */
public sealed interface Node extends Encodable {
  Bytes encryptionKey();

  /** A client. */
  record Leaf(LeafNode leaf) implements Node {
    @Override
    public Bytes encryptionKey() {
      return leaf.encryptionKey();
    }

    @Override
    public void write(TlsWriter out) {
      out.uint8(1).value(leaf);
    }
  }

  /** A key that everybody below it has, but the unmerged. */
  record Parent(ParentNode parent) implements Node {
    @Override
    public Bytes encryptionKey() {
      return parent.encryptionKey();
    }

    @Override
    public void write(TlsWriter out) {
      out.uint8(2).value(parent);
    }
  }

  static Node read(TlsReader in) throws Malformed {
    return switch (in.uint8()) {
      case 1 -> new Leaf(LeafNode.read(in));
      case 2 -> new Parent(ParentNode.read(in));
      default -> throw in.fault(Malformed.Fault.NODE_TYPE, 1);
    };
  }
}
