package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;

/** What a framed message carries (RFC 9420 section 6). */
public sealed interface Content extends Encodable {
  ContentType type();

  /** Bytes that only the application understands. */
  record Application(Bytes data) implements Content {
    @Override
    public ContentType type() {
      return ContentType.APPLICATION;
    }

    @Override
    public void write(TlsWriter out) {
      out.opaque(data);
    }
  }

  record Proposed(Proposal proposal) implements Content {
    @Override
    public ContentType type() {
      return ContentType.PROPOSAL;
    }

    @Override
    public void write(TlsWriter out) {
      out.value(proposal);
    }
  }

  record Committed(Commit commit) implements Content {
    @Override
    public ContentType type() {
      return ContentType.COMMIT;
    }

    @Override
    public void write(TlsWriter out) {
      out.value(commit);
    }
  }

  static Content read(ContentType type, TlsReader in) throws Malformed {
    return switch (type) {
      case APPLICATION -> new Application(in.opaque());
      case PROPOSAL -> new Proposed(Proposal.read(in));
      case COMMIT -> new Committed(Commit.read(in));
    };
  }
}
