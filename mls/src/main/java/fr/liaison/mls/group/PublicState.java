package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.schedule.TranscriptHash;
import fr.liaison.mls.tree.RatchetTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One epoch as everybody can see it: what a server tracks and a member has besides its secrets. */
record PublicState(
    GroupContext context, RatchetTree tree, Bytes confirmationTag, List<HeldProposal> proposals)
    implements Encodable {
  PublicState {
    proposals = List.copyOf(proposals);
  }

  static PublicState read(TlsReader in) throws Malformed {
    GroupContext context = GroupContext.read(in);
    CipherSuite suite =
        CipherSuite.of(context.cipherSuite())
            .orElseThrow(() -> in.fault(Malformed.Fault.STATE_FORMAT, 1));
    return new PublicState(
        context, RatchetTree.read(suite, in), in.opaque(), in.vector(HeldProposal::read));
  }

  @Override
  public void write(TlsWriter out) {
    out.value(context).value(tree).opaque(confirmationTag).vector(proposals);
  }

  CipherSuite suite() {
    return tree.suite();
  }

  /** What the next commit's transcript hash starts from (section 8.2). */
  Bytes interimTranscriptHash() {
    return TranscriptHash.interim(suite(), context.confirmedTranscriptHash(), confirmationTag);
  }

  PublicState with(HeldProposal proposal) {
    List<HeldProposal> all = new ArrayList<>(proposals);
    all.removeIf(held -> held.reference().equals(proposal.reference()));
    all.add(proposal);
    return new PublicState(context, tree, confirmationTag, all);
  }

  Optional<HeldProposal> held(Bytes reference) {
    return proposals.stream().filter(one -> one.reference().equals(reference)).findFirst();
  }
}
