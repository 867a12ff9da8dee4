package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Commit;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.ProposalOrRef;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.message.WireFormat;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.schedule.EpochSecrets;
import fr.liaison.mls.schedule.JoinerSecret;
import fr.liaison.mls.schedule.TranscriptHash;
import fr.liaison.mls.tree.NewPath;
import fr.liaison.mls.tree.PrivatePath;
import fr.liaison.mls.tree.RatchetTree;
import fr.liaison.mls.tree.TreeRules;
import fr.liaison.mls.tree.UpdatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Joining by an external commit (RFC 9420 section 12.4.3.2). An old leaf of ours is replaced in the
 * same commit, which is how a device that lost its state comes back.
 */
final class ExternalJoiner {
  private final Client client;
  private final OwnKeyPackage own;

  ExternalJoiner(Client client, OwnKeyPackage own) {
    this.client = client;
    this.own = own;
  }

  ExternalJoining.Ready join(GroupInfo info, Optional<Bytes> treeBeside) throws Refused {
    PublicState before =
        GroupInfoCheck.believe(info, treeBeside, client.validator(), client.config().mostMembers());
    CipherSuite suite = before.suite();
    Refused.unless(own.keyPackage().cipherSuite() == suite.id(), Refusal.UNSUPPORTED);
    Bytes externalKey =
        info.extensions()
            .find(ExtensionType.EXTERNAL_PUB, TlsReader::opaque)
            .orElseThrow(() -> new Refused(Refusal.GROUP_INFO_MISMATCH));
    CipherSuite.ExternalInit init = suite.externalInit(externalKey);
    ProposalList list = proposals(before.tree(), init.kemOutput());
    AppliedProposals applied =
        new Staging(before, client.validator()).applyExternal(list, own.keyPackage().leafNode());
    RatchetTree.Added place = applied.tree().reserve();
    NewPath path =
        NewPath.generate(
            place.tree(),
            PrivatePath.none(place.leaf()),
            own.keyPackage().leafNode().identity(),
            client.signer(),
            before.context().groupId());
    TreeRules.requireDistinctKeys(path.tree());
    TreeRules.requireCapabilities(path.tree(), applied.extensions());
    GroupContext provisional =
        before.context().provisional(path.tree().treeHash(), applied.extensions());
    UpdatePath update = path.seal(provisional.encoded(), applied.addedLeaves());
    AuthenticatedContent signed = signed(before, list, update);
    Bytes transcript = TranscriptHash.confirmed(suite, before.interimTranscriptHash(), signed);
    GroupContext next = provisional.withTranscript(transcript);
    JoinerSecret joiner =
        JoinerSecret.derive(
            suite,
            init.initSecret(),
            path.commitSecret(),
            PskInputs.secret(suite, client, applied.preSharedKeys()),
            next.encoded());
    EpochSecrets secrets = joiner.epoch(next.encoded());
    joiner.wipe();
    path.wipeSecrets();
    init.initSecret().wipe();
    Bytes tag = secrets.confirmationTag(suite, transcript);
    PublicState after = new PublicState(next, path.tree(), tag, List.of());
    GroupState state =
        GroupState.entering(after, secrets, path.privatePath(), List.of(), Optional.empty());
    Staged staged = new Staged(place.leaf(), true, applied, update, provisional, after);
    return new ExternalJoining.Ready(
        new MlsMessage.Public(PublicMessage.of(signed.confirmed(tag), null)).encoded(),
        Welcoming.groupInfo(client, state, true, true),
        staged.effect(before),
        Group.of(client, state));
  }

  private ProposalList proposals(RatchetTree tree, Bytes kemOutput) {
    List<ProposalList.Entry> entries = new ArrayList<>();
    Sender sender = new Sender.NewMemberCommit();
    entries.add(new ProposalList.Entry(sender, new Proposal.ExternalInit(kemOutput), false));
    ownOldLeaf(tree)
        .ifPresent(
            leaf -> entries.add(new ProposalList.Entry(sender, new Proposal.Remove(leaf), false)));
    return new ProposalList(entries);
  }

  private OptionalInt ownOldLeaf(RatchetTree tree) {
    LeafNode newcomer = own.keyPackage().leafNode();
    return tree.leaves()
        .filter(
            leaf -> {
              LeafNode old = tree.leaf(leaf);
              return old != null && client.validator().acceptsSuccessor(old, newcomer);
            })
        .findFirst();
  }

  private AuthenticatedContent signed(PublicState before, ProposalList list, UpdatePath update) {
    List<ProposalOrRef> inline = new ArrayList<>();
    list.entries().forEach(one -> inline.add(new ProposalOrRef.Inline(one.proposal())));
    FramedContent framed =
        new FramedContent(
            before.context().groupId(),
            before.context().epoch(),
            new Sender.NewMemberCommit(),
            Bytes.EMPTY,
            new Content.Committed(new Commit(inline, update)));
    return AuthenticatedContent.signed(
        before.suite(),
        client.signer(),
        WireFormat.PUBLIC_MESSAGE,
        framed,
        before.context().encoded());
  }
}
