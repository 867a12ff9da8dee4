package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.Sender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the proposals held can stand in one commit of ours (RFC 9420 section 12.2): never our
 * own Update or removal, one change a leaf with removal before update and later before earlier,
 * each new key once, a ReInit only alone.
 */
final class ProposalSelection {
  private ProposalSelection() {}

  static List<HeldProposal> choose(List<HeldProposal> held, int committer, List<Proposal> inline) {
    Map<Long, HeldProposal> perLeaf = new HashMap<>();
    inline.forEach(
        one -> {
          if (one instanceof Proposal.Remove(long leaf)) {
            // Our own removal of that leaf stands; nothing of others about it is needed.
            perLeaf.put(leaf, OURS);
          }
        });
    for (HeldProposal one : held) {
      switch (one.proposal()) {
        case Proposal.Remove(long leaf) -> perLeaf.merge(leaf, one, ProposalSelection::stronger);
        case Proposal.Update ignored ->
            perLeaf.merge(leafOf(one), one, ProposalSelection::stronger);
        default -> {}
      }
    }
    List<HeldProposal> chosen = new ArrayList<>();
    Set<Bytes> newKeys = new HashSet<>();
    Set<Object> once = new HashSet<>();
    boolean extensionsTaken =
        inline.stream().anyMatch(Proposal.GroupContextExtensions.class::isInstance);
    for (HeldProposal one : held) {
      boolean fits =
          switch (one.proposal()) {
            case Proposal.Remove(long leaf) -> leaf != committer && one.equals(perLeaf.get(leaf));
            case Proposal.Update ignored ->
                leafOf(one) != committer && one.equals(perLeaf.get(leafOf(one)));
            case Proposal.Add add -> newKeys.add(add.keyPackage().leafNode().signatureKey());
            case Proposal.PreSharedKey psk -> once.add(psk.id());
            case Proposal.GroupContextExtensions ignored ->
                !extensionsTaken && once.add(Proposal.GroupContextExtensions.class);
            case Proposal.ReInit ignored -> held.size() == 1 && inline.isEmpty();
            case Proposal.ExternalInit ignored -> false;
          };
      if (fits) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  static List<HeldProposal> removalsFirst(List<HeldProposal> held) {
    return held.stream()
        .sorted(Comparator.comparing(one -> !(one.proposal() instanceof Proposal.Remove)))
        .toList();
  }

  private static final HeldProposal OURS =
      new HeldProposal(Bytes.EMPTY, new Sender.NewMemberCommit(), new Proposal.Remove(0));

  private static long leafOf(HeldProposal update) {
    return update.sender() instanceof Sender.Member(long leaf) ? leaf : -1;
  }

  private static HeldProposal stronger(HeldProposal earlier, HeldProposal later) {
    return earlier.proposal() instanceof Proposal.Remove ? earlier : later;
  }
}
