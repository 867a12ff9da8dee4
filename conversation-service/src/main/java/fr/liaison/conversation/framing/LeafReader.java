package fr.liaison.conversation.framing;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.framing.MlsMessage.KeyPackage;
import fr.liaison.conversation.framing.MlsMessage.Leaf;
import fr.liaison.conversation.framing.MlsMessage.LeafSource;

/** Reads LeafNode (RFC 9420 section 7.2) and KeyPackage (section 10). */
final class LeafReader {
  private static final int MOST_ITEMS = 256;
  private static final int BASIC = 1;
  private static final int X509 = 2;

  private final ByteCursor in;

  LeafReader(ByteCursor in) {
    this.in = in;
  }

  KeyPackage keyPackage() {
    version();
    int suite = in.uint16();
    Bytes initKey = in.opaque();
    int leafAt = in.position();
    Leaf leaf = leaf();
    if (!(leaf.source() instanceof LeafSource.FromKeyPackage)) {
      in.fail(leafAt, Fault.LEAF_SOURCE);
    }
    extensions();
    in.skipOpaque(); // signature
    return new KeyPackage(suite, initKey, leaf);
  }

  Leaf leaf() {
    Bytes encryptionKey = in.opaque();
    Bytes signatureKey = in.opaque();
    credential();
    for (int list = 0; list < 5; list++) { // versions, suites, extensions, proposals, credentials
      in.vector(MOST_ITEMS, in::uint16);
    }
    LeafSource source = source();
    extensions();
    in.skipOpaque(); // signature
    return new Leaf(encryptionKey, signatureKey, source);
  }

  void extensions() {
    in.vector(
        MOST_ITEMS,
        () -> {
          in.uint16();
          in.skipOpaque();
        });
  }

  void version() {
    int start = in.position();
    if (in.uint16() != 1) {
      in.fail(start, Fault.VERSION);
    }
  }

  private void credential() {
    int start = in.position();
    switch (in.uint16()) {
      case BASIC -> in.skipOpaque();
      case X509 -> in.vector(MOST_ITEMS, in::skipOpaque);
      default -> in.fail(start, Fault.CREDENTIAL_TYPE);
    }
  }

  private LeafSource source() {
    int start = in.position();
    switch (in.uint8()) {
      case 1 -> {
        return new LeafSource.FromKeyPackage(in.cappedUint64(), in.cappedUint64());
      }
      case 2 -> {
        return new LeafSource.FromUpdate();
      }
      case 3 -> {
        in.skipOpaque(); // parent hash
        return new LeafSource.FromCommit();
      }
      default -> {
        in.fail(start, Fault.LEAF_SOURCE);
        return new LeafSource.FromUpdate();
      }
    }
  }
}
