package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.ProtocolVersion;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.message.Welcome;
import fr.liaison.mls.message.WireFormat;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.schedule.EpochSecrets;
import fr.liaison.mls.schedule.JoinerSecret;
import fr.liaison.mls.tree.PrivatePath;
import fr.liaison.mls.tree.RatchetTree;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A member of a group, at one moment. Immutable: operations answer the next state and leave this
 * one valid, until {@link #retire} wipes it. Not to be used for two futures: a state that sent or
 * read something is over once its successor is stored.
 */
public final class Group {
  private final Client client;
  private final GroupState state;

  private Group(Client client, GroupState state) {
    this.client = client;
    this.state = state;
  }

  static Group of(Client client, GroupState state) {
    return new Group(client, state);
  }

  GroupState state() {
    return state;
  }

  /** A group of one, at epoch 0 (section 11). */
  public static Group create(
      Client client, Bytes groupId, OwnKeyPackage own, Extensions extensions) {
    CipherSuite suite =
        CipherSuite.of(own.keyPackage().cipherSuite())
            .orElseThrow(() -> new IllegalArgumentException("not a suite of ours"));
    RatchetTree tree = RatchetTree.of(suite, own.keyPackage().leafNode());
    GroupContext context =
        new GroupContext(
            ProtocolVersion.MLS10,
            suite.id(),
            groupId,
            0,
            tree.treeHash(),
            Bytes.EMPTY,
            extensions);
    JoinerSecret joiner =
        JoinerSecret.derive(
            suite,
            Secret.random(suite.hashLength()),
            Secret.zero(suite.hashLength()),
            Secret.zero(suite.hashLength()),
            context.encoded());
    EpochSecrets secrets = joiner.epoch(context.encoded());
    joiner.wipe();
    Bytes tag = secrets.confirmationTag(suite, Bytes.EMPTY);
    return new Group(
        client,
        GroupState.entering(
            new PublicState(context, tree, tag, List.of()),
            secrets,
            PrivatePath.of(0, own.leaf()),
            List.of(),
            Optional.empty()));
  }

  /** Joins by a Welcome made for this key package; the tree inside or beside it. */
  public static Joining join(
      Client client, OwnKeyPackage own, Welcome welcome, Optional<Bytes> treeBeside) {
    try {
      return new Joining.Joined(
          new Group(client, new Joiner(client, own).join(welcome, treeBeside)));
    } catch (Refused e) {
      return new Joining.Refused(e.refusal());
    }
  }

  /** Prepares to join without being invited, replacing an old leaf of ours if there is one. */
  public static ExternalJoining joinExternally(
      Client client, OwnKeyPackage own, GroupInfo info, Optional<Bytes> treeBeside) {
    try {
      return new ExternalJoiner(client, own).join(info, treeBeside);
    } catch (Refused e) {
      return new ExternalJoining.Refused(e.refusal());
    }
  }

  /**
   * Asks a group to add us (section 12.1.8.2): an MLSMessage for its members.
   *
   * @param context of the group's current epoch
   */
  public static Bytes proposeToJoin(Client client, GroupContext context, KeyPackage own) {
    CipherSuite suite =
        CipherSuite.of(context.cipherSuite())
            .orElseThrow(() -> new IllegalArgumentException("not a suite of ours"));
    FramedContent framed =
        new FramedContent(
            context.groupId(),
            context.epoch(),
            new Sender.NewMemberProposal(),
            Bytes.EMPTY,
            new Content.Proposed(new Proposal.Add(own)));
    AuthenticatedContent signed =
        AuthenticatedContent.signed(
            suite, client.signer(), WireFormat.PUBLIC_MESSAGE, framed, context.encoded());
    return new MlsMessage.Public(PublicMessage.of(signed, null)).encoded();
  }

  /** Reads what {@link #serialized} gave. */
  public static Group restore(Client client, Secret serialized) throws Malformed {
    return new Group(client, GroupState.restore(serialized));
  }

  /** Everything but the signature key: to be stored encrypted. */
  public Secret serialized() {
    return state.serialized();
  }

  /** A message of anybody, decoded already. */
  public Received receive(MlsMessage message) {
    try {
      return new Receiver(client, state).receive(message);
    } catch (Refused e) {
      return new Received.Refused(e.refusal());
    }
  }

  /** A message of anybody, as it came. */
  public Received receive(Bytes message) {
    try {
      return receive(MlsMessage.parse(message));
    } catch (Malformed e) {
      return new Received.Refused(Refusal.MALFORMED);
    }
  }

  /** Prepares the next epoch; this state stays the valid one until the commit is accepted. */
  public Committing commit(CommitRequest request) {
    try {
      return new Committing.Ready(new Committer(client, state).commit(request));
    } catch (Refused e) {
      return new Committing.Refused(e.refusal());
    }
  }

  public Proposing propose(Proposal proposal, boolean encrypted) {
    try {
      return new Proposer(client, state).propose(proposal, encrypted);
    } catch (Refused e) {
      return new Proposing.Refused(e.refusal());
    }
  }

  /** Proposes fresh keys for our own leaf, and a new credential if the identity has one. */
  public Proposing proposeUpdate(LeafNode.Identity identity, boolean encrypted) {
    try {
      return new Proposer(client, state).update(identity, encrypted);
    } catch (Refused e) {
      return new Proposing.Refused(e.refusal());
    }
  }

  /** Encrypts application data for everybody in this epoch. */
  public Sending send(Bytes data, Bytes authenticatedData) {
    if (state.closedBy().isPresent()) {
      return new Sending.Closed();
    }
    if (!state.open().proposals().isEmpty()) {
      return new Sending.CommitFirst(state.open().proposals());
    }
    FramedContent framed =
        new FramedContent(
            groupId(),
            epoch(),
            new Sender.Member(ownLeaf()),
            authenticatedData,
            new Content.Application(data));
    AuthenticatedContent content =
        AuthenticatedContent.signed(
            state.suite(),
            client.signer(),
            WireFormat.PRIVATE_MESSAGE,
            framed,
            state.open().context().encoded());
    PrivateFraming.Sealed sealed =
        PrivateFraming.wrap(
            state.suite(),
            state.keys(),
            state.secrets().senderData(),
            ownLeaf(),
            content,
            client.config().padding());
    return new Sending.Sealed(sealed.message(), new Group(client, state.with(sealed.keys())));
  }

  /** An MLSMessage that describes this epoch, signed by us, with an external key. */
  public Bytes groupInfo(boolean treeInside) {
    return Welcoming.groupInfo(client, state, treeInside, true);
  }

  /** Wipes every secret that the successor does not have too; this state is over. */
  public void retire(Group successor) {
    Set<Secret> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    successor.state.secrets(kept::add);
    state.secrets(
        secret -> {
          if (!kept.contains(secret)) {
            secret.wipe();
          }
        });
  }

  /** Wipes every secret: the group was left. */
  public void wipe() {
    state.secrets(Secret::wipe);
  }

  public Bytes groupId() {
    return state.open().context().groupId();
  }

  public long epoch() {
    return state.open().context().epoch();
  }

  public GroupContext context() {
    return state.open().context();
  }

  public int ownLeaf() {
    return state.privatePath().leaf();
  }

  /** All members by leaf number. */
  public Map<Integer, LeafNode> members() {
    Map<Integer, LeafNode> members = new TreeMap<>();
    RatchetTree tree = state.open().tree();
    tree.leaves().forEach(leaf -> members.put(leaf, Objects.requireNonNull(tree.leaf(leaf))));
    return members;
  }

  /** The tree as the ratchet_tree extension holds it. */
  public Bytes tree() {
    return state.open().tree().encoded();
  }

  /** Proposals that wait for a commit. */
  public List<HeldProposal> proposals() {
    return state.open().proposals();
  }

  /** How the group went on, when it was replaced. */
  public Optional<Proposal.ReInit> closedBy() {
    return state.closedBy();
  }

  /** The same for all members of an epoch and for nobody else (section 8.7). */
  public Bytes epochAuthenticator() {
    return Bytes.of(state.secrets().authenticator().array());
  }

  /** MLS-Exporter (section 8.5). */
  public Secret export(String label, Bytes context, int length) {
    return state.secrets().export(state.suite(), label, context.array(), length);
  }

  /** This epoch as another group can refer to it (section 8.6). */
  public Predecessor asPredecessor() {
    return new Predecessor(context(), state.secrets().resumption().copy(), state.closedBy());
  }
}
