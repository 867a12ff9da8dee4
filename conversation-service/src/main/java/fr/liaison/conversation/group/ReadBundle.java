package fr.liaison.conversation.group;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.Commit;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.ProposalOrRef;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.message.Welcome;
import fr.liaison.mls.tree.UpdatePath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a commit bundle, decoded and for this conversation. What needs the group's state is
 * not judged yet.
 *
 * @param namedDevices those whose leaves the commit brings: added, and the committer's own
 */
public record ReadBundle(
    PublicMessage commit,
    Optional<Welcome> welcome,
    GroupInfo groupInfo,
    Set<DeviceId> namedDevices) {

  private static final int LARGEST_LEAF = 8192;

  /** The outcome of reading. */
  public sealed interface Reading {
    record Read(ReadBundle bundle) implements Reading {}

    record Unreadable(Unfit unfit) implements Reading {}
  }

  /** The epoch the commit was made in. */
  public long epoch() {
    return commit.framed().epoch();
  }

  /** Whether the sender claims not to be a member yet. */
  public boolean isExternal() {
    return commit.framed().sender() instanceof Sender.NewMemberCommit;
  }

  /** Reads a bundle; costs no cryptography. */
  public static Reading read(
      ConversationId conversation, Bytes commit, Optional<Bytes> welcome, Bytes groupInfo) {
    try {
      PublicMessage message = MlsInput.publicMessage("commit", commit);
      UnfitMls.unless(
          message.framed().groupId().equals(MlsInput.mls(conversation.groupId())),
          "commit",
          "wrong-group");
      UnfitMls.unless(message.framed().epoch() >= 0, "commit", "number-too-large");
      if (!(message.framed().content() instanceof Content.Committed(Commit content))) {
        return new Reading.Unreadable(Unfit.of("commit", "content-type"));
      }
      UpdatePath path = content.path();
      if (path == null) {
        return new Reading.Unreadable(Unfit.of("commit", "path-missing"));
      }
      Optional<Welcome> welcomed =
          welcome.isEmpty()
              ? Optional.empty()
              : Optional.of(MlsInput.welcome("welcome", welcome.get()));
      return new Reading.Read(
          new ReadBundle(
              message,
              welcomed,
              MlsInput.groupInfo("groupInfo", groupInfo),
              namedDevices(content, path)));
    } catch (UnfitMls unfit) {
      return new Reading.Unreadable(unfit.unfit());
    }
  }

  private static Set<DeviceId> namedDevices(Commit commit, UpdatePath path) throws UnfitMls {
    Set<DeviceId> named = new HashSet<>();
    named.add(device(path.leafNode()));
    for (ProposalOrRef one : commit.proposals()) {
      if (!(one instanceof ProposalOrRef.Inline(Proposal proposal))) {
        continue;
      }
      switch (proposal) {
        case Proposal.Add add -> named.add(device(add.keyPackage().leafNode()));
        case Proposal.Remove ignored -> {}
        case Proposal.ExternalInit ignored -> {}
        case Proposal.Update ignored -> refuse();
        case Proposal.PreSharedKey ignored -> refuse();
        case Proposal.ReInit ignored -> refuse();
        case Proposal.GroupContextExtensions ignored -> refuse();
      }
    }
    return named;
  }

  /** Members could not all follow these, or they would change what the server relies on. */
  private static void refuse() throws UnfitMls {
    throw new UnfitMls(Unfit.of("commit", "proposal-type"));
  }

  /** A leaf stays in the tree and in every GroupInfo, so it may not be of any size. */
  private static DeviceId device(LeafNode leaf) throws UnfitMls {
    UnfitMls.unless(leaf.encoded().length() <= LARGEST_LEAF, "commit", "leaf-too-large");
    return DeviceCredential.device(leaf.credential())
        .orElseThrow(() -> new UnfitMls(Unfit.of("commit", "credential")));
  }
}
