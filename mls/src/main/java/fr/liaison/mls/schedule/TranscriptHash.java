package fr.liaison.mls.schedule;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.message.AuthenticatedContent;

/** Transcript hashes, RFC 9420 section 8.2: one chain over all commits of the group. */
public final class TranscriptHash {
  private TranscriptHash() {}

  public static Bytes confirmed(CipherSuite suite, Bytes interim, AuthenticatedContent commit) {
    return Bytes.wrap(
        suite.hash(
            new TlsWriter()
                .raw(interim.array())
                .uint16(commit.wireFormat())
                .value(commit.framed())
                .opaque(commit.auth().signature())
                .toArray()));
  }

  public static Bytes interim(CipherSuite suite, Bytes confirmed, Bytes confirmationTag) {
    return Bytes.wrap(
        suite.hash(new TlsWriter().raw(confirmed.array()).opaque(confirmationTag).toArray()));
  }
}
