package fr.liaison.mls.group;

import fr.liaison.mls.message.PreSharedKeyId;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The proposals of one commit, references resolved, and the rules they keep together (RFC 9420
 * section 12.2).
 */
record ProposalList(List<Entry> entries) {
  /** One proposal, who sent it, and whether the commit only refers to it. */
  record Entry(Sender sender, Proposal proposal, boolean byReference) {}

  ProposalList {
    entries = List.copyOf(entries);
  }

  <T extends Proposal> List<T> all(Class<T> kind) {
    return entries.stream().map(Entry::proposal).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Section 12.4: whether a commit of these may go without a path. */
  boolean needsPath() {
    return entries.isEmpty()
        || entries.stream()
            .anyMatch(
                entry ->
                    switch (entry.proposal()) {
                      case Proposal.Add ignored -> false;
                      case Proposal.PreSharedKey ignored -> false;
                      case Proposal.ReInit ignored -> false;
                      case Proposal.Update ignored -> true;
                      case Proposal.Remove ignored -> true;
                      case Proposal.ExternalInit ignored -> true;
                      case Proposal.GroupContextExtensions ignored -> true;
                    });
  }

  /** The rules for a member's commit. */
  void checkMember(int committer) throws Refused {
    Refused.unless(all(Proposal.ExternalInit.class).isEmpty(), Refusal.INVALID_PROPOSAL);
    Refused.unless(
        all(Proposal.ReInit.class).isEmpty() || entries.size() == 1, Refusal.INVALID_PROPOSAL);
    Refused.unless(
        all(Proposal.GroupContextExtensions.class).size() <= 1, Refusal.INVALID_PROPOSAL);
    requireDistinctPreSharedKeys();
    Set<Long> touched = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.proposal() instanceof Proposal.Remove(long leaf)) {
        Refused.unless(leaf != committer && touched.add(leaf), Refusal.INVALID_PROPOSAL);
      }
      if (entry.proposal() instanceof Proposal.Update) {
        Refused.unless(
            entry.sender() instanceof Sender.Member(long leaf)
                && leaf != committer
                && touched.add(leaf),
            Refusal.INVALID_PROPOSAL);
      }
    }
  }

  /** The rules for an external commit: one external init, at most one removal, keys, all inline. */
  void checkExternal() throws Refused {
    boolean kindsFit =
        entries.stream()
            .allMatch(
                entry ->
                    !entry.byReference()
                        && switch (entry.proposal()) {
                          case Proposal.ExternalInit ignored -> true;
                          case Proposal.Remove ignored -> true;
                          case Proposal.PreSharedKey ignored -> true;
                          case Proposal.Add ignored -> false;
                          case Proposal.Update ignored -> false;
                          case Proposal.ReInit ignored -> false;
                          case Proposal.GroupContextExtensions ignored -> false;
                        });
    Refused.unless(
        kindsFit
            && all(Proposal.ExternalInit.class).size() == 1
            && all(Proposal.Remove.class).size() <= 1,
        Refusal.INVALID_PROPOSAL);
    requireDistinctPreSharedKeys();
  }

  private void requireDistinctPreSharedKeys() throws Refused {
    List<PreSharedKeyId> ids =
        all(Proposal.PreSharedKey.class).stream().map(Proposal.PreSharedKey::id).toList();
    Refused.unless(new HashSet<>(ids).size() == ids.size(), Refusal.INVALID_PROPOSAL);
  }
}
