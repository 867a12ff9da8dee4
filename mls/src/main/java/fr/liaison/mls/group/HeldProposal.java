package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.Sender;

/** A proposal that was sent and not yet committed, by its reference (RFC 9420 section 5.2). */
public record HeldProposal(Bytes reference, Sender sender, Proposal proposal) implements Encodable {
  static HeldProposal read(TlsReader in) throws Malformed {
    return new HeldProposal(in.opaque(), Sender.read(in), Proposal.read(in));
  }

  @Override
  public void write(TlsWriter out) {
    out.opaque(reference).value(sender).value(proposal);
  }

  /** Whether the member at this leaf sent it. */
  boolean isFrom(int leaf) {
    return sender instanceof Sender.Member(long from) && from == leaf;
  }
}
