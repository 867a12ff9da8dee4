package fr.liaison.mls.message;

import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;

/** Sender, RFC 9420 section 6. Indexes are 32 unsigned bits, not yet compared with any tree. */
public sealed interface Sender extends Encodable {
  record Member(long leaf) implements Sender {
    @Override
    public void write(TlsWriter out) {
      out.uint8(1).uint32(leaf);
    }
  }

  /** One of the group's external_senders. */
  record External(long index) implements Sender {
    @Override
    public void write(TlsWriter out) {
      out.uint8(2).uint32(index);
    }
  }

  /** Somebody who proposes to be added. */
  record NewMemberProposal() implements Sender {
    @Override
    public void write(TlsWriter out) {
      out.uint8(3);
    }
  }

  /** Somebody who adds itself by an external commit. */
  record NewMemberCommit() implements Sender {
    @Override
    public void write(TlsWriter out) {
      out.uint8(4);
    }
  }

  static Sender read(TlsReader in) throws Malformed {
    return switch (in.uint8()) {
      case 1 -> new Member(in.uint32());
      case 2 -> new External(in.uint32());
      case 3 -> new NewMemberProposal();
      case 4 -> new NewMemberCommit();
      default -> throw in.fault(Malformed.Fault.SENDER_TYPE, 1);
    };
  }
}
