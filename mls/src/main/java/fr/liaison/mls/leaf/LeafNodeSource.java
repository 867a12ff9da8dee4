package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;

/** LeafNodeSource, RFC 9420 section 7.2: how a leaf came into the tree, and what that brings. */
public sealed interface LeafNodeSource extends Encodable {
  /** By an Add. */
  record KeyPackaged(Lifetime lifetime) implements LeafNodeSource {
    @Override
    public void write(TlsWriter out) {
      out.uint8(1).value(lifetime);
    }
  }

  /** By an Update proposal. */
  record Updated() implements LeafNodeSource {
    @Override
    public void write(TlsWriter out) {
      out.uint8(2);
    }
  }

  /** By the path of a commit. */
  record Committed(Bytes parentHash) implements LeafNodeSource {
    @Override
    public void write(TlsWriter out) {
      out.uint8(3).opaque(parentHash);
    }
  }

  static LeafNodeSource read(TlsReader in) throws Malformed {
    return switch (in.uint8()) {
      case 1 -> new KeyPackaged(Lifetime.read(in));
      case 2 -> new Updated();
      case 3 -> new Committed(in.opaque());
      default -> throw in.fault(Malformed.Fault.LEAF_SOURCE, 1);
    };
  }
}
