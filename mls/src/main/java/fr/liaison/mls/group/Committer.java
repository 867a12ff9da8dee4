package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.LeafRules;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Commit;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.ProposalOrRef;
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
import org.jspecify.annotations.Nullable;

/** A member's side of committing (RFC 9420 section 12.4.1). */
final class Committer {
  private final Client client;
  private final GroupState state;

  Committer(Client client, GroupState state) {
    this.client = client;
    this.state = state;
  }

  PendingCommit commit(CommitRequest request) throws Refused {
    Refused.unless(state.closedBy().isEmpty(), Refusal.GROUP_CLOSED);
    checkLifetimes(request.proposals());
    List<HeldProposal> held = request.held() ? chosen(request) : List.of();
    try {
      return commit(request, held);
    } catch (Refused e) {
      if (held.isEmpty()) {
        throw e;
      }
      return commit(request, standing(request, held));
    }
  }

  private List<HeldProposal> chosen(CommitRequest request) {
    List<HeldProposal> current =
        state.open().proposals().stream()
            .filter(one -> !(one.proposal() instanceof Proposal.Add add) || isCurrent(add))
            .toList();
    return ProposalSelection.choose(current, state.privatePath().leaf(), request.proposals());
  }

  /** As many as can stand together, removals first: no proposal of a peer may block the group. */
  private List<HeldProposal> standing(CommitRequest request, List<HeldProposal> held) {
    List<HeldProposal> standing = new ArrayList<>();
    for (HeldProposal one : ProposalSelection.removalsFirst(held)) {
      standing.add(one);
      if (!canStand(standing, request.proposals())) {
        standing.removeLast();
      }
    }
    return standing;
  }

  private boolean canStand(List<HeldProposal> held, List<Proposal> inline) {
    int own = state.privatePath().leaf();
    try {
      AppliedProposals applied =
          new Staging(state.open(), client.validator()).apply(list(held, inline, own), own);
      TreeRules.requireDistinctKeys(applied.tree());
      TreeRules.requireCapabilities(applied.tree(), applied.extensions());
      PskInputs.secret(state, client, applied.preSharedKeys());
      return true;
    } catch (Refused e) {
      return false;
    }
  }

  private PendingCommit commit(CommitRequest request, List<HeldProposal> held) throws Refused {
    int own = state.privatePath().leaf();
    ProposalList list = list(held, request.proposals(), own);
    AppliedProposals applied = new Staging(state.open(), client.validator()).apply(list, own);

    // A group that ends needs no fresh keys, and every reader of the RFC expects none.
    boolean withPath = list.needsPath() || (request.path() && applied.reInit().isEmpty());
    NewPath path = withPath ? newPath(applied) : null;
    RatchetTree tree = path == null ? applied.tree() : path.tree();
    TreeRules.requireDistinctKeys(tree);
    TreeRules.requireCapabilities(tree, applied.extensions());
    GroupContext provisional =
        state.open().context().provisional(tree.treeHash(), applied.extensions());
    UpdatePath update =
        path == null ? null : path.seal(provisional.encoded(), applied.addedLeaves());
    Secret commitSecret = path == null ? Secret.zero(suite().hashLength()) : path.commitSecret();

    AuthenticatedContent signed = signed(request, held, update);
    Bytes transcript =
        TranscriptHash.confirmed(suite(), state.open().interimTranscriptHash(), signed);
    GroupContext next = provisional.withTranscript(transcript);
    JoinerSecret joiner =
        JoinerSecret.derive(
            suite(),
            state.secrets().init(),
            commitSecret,
            PskInputs.secret(state, client, applied.preSharedKeys()),
            next.encoded());
    EpochSecrets secrets = joiner.epoch(next.encoded());
    Bytes tag = secrets.confirmationTag(suite(), transcript);

    PublicState after = new PublicState(next, tree, tag, List.of());
    PrivatePath privatePath = path == null ? state.privatePath().in(tree) : path.privatePath();
    GroupState opened =
        GroupState.entering(
            after,
            secrets,
            privatePath,
            state.pastOfNext(client.config().pastEpochs()),
            applied.reInit());
    Staged staged = new Staged(own, false, applied, update, provisional, after);
    Wrapped wrapped = wrap(request, signed.confirmed(tag));
    Optional<Bytes> welcome =
        Welcoming.welcome(client, opened, joiner, applied, path, request.treeInside());
    joiner.wipe();
    if (path != null) {
      path.wipeSecrets();
    }
    return new PendingCommit(
        client,
        wrapped.message(),
        welcome,
        Welcoming.groupInfo(client, opened, true, true),
        staged.effect(state.open()),
        wrapped.before(),
        opened);
  }

  /** A commit as it travels, and the state without the key that sealed it. */
  private record Wrapped(Bytes message, GroupState before) {}

  private Wrapped wrap(CommitRequest request, AuthenticatedContent content) {
    if (!request.encrypted()) {
      return new Wrapped(PublicFraming.wrap(state, content), state);
    }
    PrivateFraming.Sealed sealed =
        PrivateFraming.wrap(
            suite(),
            state.keys(),
            state.secrets().senderData(),
            state.privatePath().leaf(),
            content,
            client.config().padding());
    return new Wrapped(sealed.message(), state.with(sealed.keys()));
  }

  private NewPath newPath(AppliedProposals applied) {
    return NewPath.generate(
        applied.tree(),
        state.privatePath().in(applied.tree()),
        state.ownLeaf().identity(),
        client.signer(),
        state.open().context().groupId());
  }

  private AuthenticatedContent signed(
      CommitRequest request, List<HeldProposal> held, @Nullable UpdatePath update) {
    List<ProposalOrRef> proposals = new ArrayList<>();
    held.forEach(one -> proposals.add(new ProposalOrRef.Reference(one.reference())));
    request.proposals().forEach(one -> proposals.add(new ProposalOrRef.Inline(one)));
    FramedContent framed =
        new FramedContent(
            state.open().context().groupId(),
            state.open().context().epoch(),
            new Sender.Member(state.privatePath().leaf()),
            request.authenticatedData(),
            new Content.Committed(new Commit(proposals, update)));
    return AuthenticatedContent.signed(
        suite(),
        client.signer(),
        request.encrypted() ? WireFormat.PRIVATE_MESSAGE : WireFormat.PUBLIC_MESSAGE,
        framed,
        state.open().context().encoded());
  }

  private static ProposalList list(List<HeldProposal> held, List<Proposal> inline, int own) {
    List<ProposalList.Entry> entries = new ArrayList<>();
    held.forEach(one -> entries.add(new ProposalList.Entry(one.sender(), one.proposal(), true)));
    inline.forEach(one -> entries.add(new ProposalList.Entry(new Sender.Member(own), one, false)));
    return new ProposalList(entries);
  }

  /** Only whoever adds a key package judges its lifetime (section 7.2). */
  private void checkLifetimes(List<Proposal> proposals) throws Refused {
    for (Proposal one : proposals) {
      Refused.unless(!(one instanceof Proposal.Add add) || isCurrent(add), Refusal.LIFETIME);
    }
  }

  private boolean isCurrent(Proposal.Add add) {
    return LeafRules.isCurrent(
        add.keyPackage(), client.clock().instant(), client.config().longestLifetime());
  }

  private CipherSuite suite() {
    return state.suite();
  }
}
