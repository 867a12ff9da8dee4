package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.leaf.Extensions;

/** GroupContext, RFC 9420 section 8.1: what all members of an epoch agree on. */
public record GroupContext(
    int version,
    int cipherSuite,
    Bytes groupId,
    long epoch,
    Bytes treeHash,
    Bytes confirmedTranscriptHash,
    Extensions extensions)
    implements Encodable {
  public static GroupContext read(TlsReader in) throws Malformed {
    return new GroupContext(
        in.uint16(),
        in.uint16(),
        in.opaque(),
        in.uint64(),
        in.opaque(),
        in.opaque(),
        Extensions.read(in));
  }

  /** The next epoch's, before its transcript is known (section 12.4.1). */
  public GroupContext provisional(Bytes nextTreeHash, Extensions nextExtensions) {
    return new GroupContext(
        version,
        cipherSuite,
        groupId,
        epoch + 1,
        nextTreeHash,
        confirmedTranscriptHash,
        nextExtensions);
  }

  public GroupContext withTranscript(Bytes transcriptHash) {
    return new GroupContext(
        version, cipherSuite, groupId, epoch, treeHash, transcriptHash, extensions);
  }

  @Override
  public void write(TlsWriter out) {
    out.uint16(version)
        .uint16(cipherSuite)
        .opaque(groupId)
        .uint64(epoch)
        .opaque(treeHash)
        .opaque(confirmedTranscriptHash)
        .value(extensions);
  }
}
