package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;

/** Proposal, RFC 9420 section 12.1: one change somebody wants in the next epoch. */
public sealed interface Proposal extends Encodable {
  int ADD = 1;
  int UPDATE = 2;
  int REMOVE = 3;
  int PSK = 4;
  int REINIT = 5;
  int EXTERNAL_INIT = 6;
  int GROUP_CONTEXT_EXTENSIONS = 7;

  /** Section 12.1.1. */
  record Add(KeyPackage keyPackage) implements Proposal {
    @Override
    public void write(TlsWriter out) {
      out.uint16(ADD).value(keyPackage);
    }
  }

  /** Section 12.1.2. */
  record Update(LeafNode leafNode) implements Proposal {
    @Override
    public void write(TlsWriter out) {
      out.uint16(UPDATE).value(leafNode);
    }
  }

  /** Section 12.1.3, by leaf number: 32 unsigned bits, not yet compared with any tree. */
  record Remove(long leaf) implements Proposal {
    @Override
    public void write(TlsWriter out) {
      out.uint16(REMOVE).uint32(leaf);
    }
  }

  /** Section 12.1.4. */
  record PreSharedKey(PreSharedKeyId id) implements Proposal {
    @Override
    public void write(TlsWriter out) {
      out.uint16(PSK).value(id);
    }
  }

  /** Section 12.1.5: the group ends and goes on as another. */
  record ReInit(Bytes groupId, int version, int cipherSuite, Extensions extensions)
      implements Proposal {
    @Override
    public void write(TlsWriter out) {
      out.uint16(REINIT).opaque(groupId).uint16(version).uint16(cipherSuite).value(extensions);
    }
  }

  /** Section 12.1.6: how an external commit brings its init secret. */
  record ExternalInit(Bytes kemOutput) implements Proposal {
    @Override
    public void write(TlsWriter out) {
      out.uint16(EXTERNAL_INIT).opaque(kemOutput);
    }
  }

  /** Section 12.1.7: all extensions of the group anew. */
  record GroupContextExtensions(Extensions extensions) implements Proposal {
    @Override
    public void write(TlsWriter out) {
      out.uint16(GROUP_CONTEXT_EXTENSIONS).value(extensions);
    }
  }

  static Proposal read(TlsReader in) throws Malformed {
    return switch (in.uint16()) {
      case ADD -> new Add(KeyPackage.read(in));
      case UPDATE -> new Update(LeafNode.read(in));
      case REMOVE -> new Remove(in.uint32());
      case PSK -> new PreSharedKey(PreSharedKeyId.read(in));
      case REINIT -> new ReInit(in.opaque(), in.uint16(), in.uint16(), Extensions.read(in));
      case EXTERNAL_INIT -> new ExternalInit(in.opaque());
      case GROUP_CONTEXT_EXTENSIONS -> new GroupContextExtensions(Extensions.read(in));
      // Nothing says where an unknown proposal ends.
      default -> throw in.fault(Malformed.Fault.PROPOSAL_TYPE, 2);
    };
  }
}
