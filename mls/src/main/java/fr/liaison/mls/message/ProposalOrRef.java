package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;

/** ProposalOrRef, RFC 9420 section 12.4. */
public sealed interface ProposalOrRef extends Encodable {
  /** The committer's own. */
  record Inline(Proposal proposal) implements ProposalOrRef {
    @Override
    public void write(TlsWriter out) {
      out.uint8(1).value(proposal);
    }
  }

  /** One that was sent before, by its ProposalRef (section 5.2). */
  record Reference(Bytes reference) implements ProposalOrRef {
    @Override
    public void write(TlsWriter out) {
      out.uint8(2).opaque(reference);
    }
  }

  static ProposalOrRef read(TlsReader in) throws Malformed {
    return switch (in.uint8()) {
      case 1 -> new Inline(Proposal.read(in));
      case 2 -> new Reference(in.opaque());
      default -> throw in.fault(Malformed.Fault.PROPOSAL_TYPE, 1);
    };
  }
}
