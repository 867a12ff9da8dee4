package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** ParentNode, RFC 9420 section 7.1; unmerged leaves are leaf numbers in ascending order. */
public record ParentNode(Bytes encryptionKey, Bytes parentHash, List<Long> unmergedLeaves)
    implements Encodable {
  public ParentNode {
    unmergedLeaves = List.copyOf(unmergedLeaves);
  }

  public static ParentNode read(TlsReader in) throws Malformed {
    return new ParentNode(in.opaque(), in.opaque(), in.vector(TlsReader::uint32));
  }

  /** Whether the leaf is unmerged here. */
  boolean lists(long leaf) {
    return Collections.binarySearch(unmergedLeaves, leaf) >= 0;
  }

  ParentNode withUnmerged(long leaf) {
    return new ParentNode(
        encryptionKey,
        parentHash,
        Stream.concat(unmergedLeaves.stream(), Stream.of(leaf)).sorted().toList());
  }

  @Override
  public void write(TlsWriter out) {
    out.opaque(encryptionKey)
        .opaque(parentHash)
        .vector(unmergedLeaves, (inner, leaf) -> inner.uint32(leaf));
  }
}
