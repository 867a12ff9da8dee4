package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.HpkeCiphertext;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.Extension;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafNodeSource;
import fr.liaison.mls.leaf.RequiredCapabilities;
import fr.liaison.mls.message.Commit;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.ProposalOrRef;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.tree.UpdatePath;
import fr.liaison.mls.tree.UpdatePathNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server lets pass, and what not. */
class PublicGroupTest {
  private final Room room = Room.of("ada", "ben", "cleo", "dora");
  private final GroupContext context = room.server().context();
  private final Forgery ada =
      new Forgery(context, room.person("ada").key(), new Sender.Member(room.leafOf("ada")));
  private final PendingCommit honest = Scene.commit(room.group("ada"));
  private final PublicMessage message = Scene.publicMessage(honest.commit());
  private final UpdatePath path = path(Forgery.commitOf(honest.commit()));

  @Test
  void itFollowsWhatMembersDoAndKeepsItsStateInBytes() throws Malformed {
    PublicGroup stored = PublicGroup.restore(room.server().serialized(), Scene.ANYBODY);
    Following.Advanced advanced = Scene.advanced(stored.follow(message));
    assertThat(advanced.next().context()).isEqualTo(honest.adopt(room.group("ada")).context());
    assertThat(advanced.effect()).isEqualTo(honest.effect());
    assertThat(advanced.next().check(Scene.groupInfo(honest.groupInfo()))).isEmpty();
    assertThat(PublicGroup.restore(advanced.next().serialized(), Scene.ANYBODY).tree())
        .isEqualTo(advanced.next().tree());
  }

  @Test
  void aHeldProposalSurvivesStorage() throws Malformed {
    room.propose("ben", room.group("ben").propose(new Proposal.Remove(2), false));
    PublicGroup stored = PublicGroup.restore(room.server().serialized(), Scene.ANYBODY);
    PendingCommit pending = Scene.commit(room.group("ada"));
    assertThat(
            Scene.advanced(stored.follow(Scene.publicMessage(pending.commit()))).effect().removed())
        .containsOnlyKeys(2);
  }

  @Test
  void aSignatureOfSomebodyElseIsRefused() {
    Forgery eve = new Forgery(context, SignatureKeyPair.generate(Scene.SUITE), ada.sender());
    refused(eve.commit(path), Refusal.BAD_SIGNATURE);
    refused(eve.proposal(new Proposal.Remove(1)), Refusal.BAD_SIGNATURE);
  }

  @Test
  void otherGroupsAndOtherEpochsAreRefused() {
    refused(ada.in(at(context.groupId(), 0)).commit(path), Refusal.STALE_EPOCH);
    refused(ada.in(at(context.groupId(), 2)).commit(path), Refusal.FUTURE_EPOCH);
    refused(ada.in(at(context.groupId(), -1)).commit(path), Refusal.FUTURE_EPOCH);
    refused(ada.in(at(Scene.text("other"), 1)).commit(path), Refusal.WRONG_GROUP);
  }

  @Test
  void leafNumbersBeyondTheTreeAreRefused() {
    for (long leaf : new long[] {4, 7, 1L << 31, 0xFFFF_FFFFL}) {
      refused(ada.as(new Sender.Member(leaf)).commit(path), Refusal.UNKNOWN_SENDER);
      refused(
          ada.as(new Sender.Member(leaf)).proposal(new Proposal.Remove(1)), Refusal.UNKNOWN_SENDER);
      refused(ada.proposal(new Proposal.Remove(leaf)), Refusal.INVALID_PROPOSAL);
      refused(ada.commit(path, new Proposal.Remove(leaf)), Refusal.INVALID_PROPOSAL);
      refused(
          ada.as(new Sender.External(leaf)).proposal(new Proposal.Remove(1)),
          Refusal.UNKNOWN_SENDER);
    }
  }

  @Test
  void sendersWhoMayNotAreRefused() {
    Proposal init = new Proposal.ExternalInit(Bytes.wrap(new byte[32]));
    refused(ada.proposal(init), Refusal.SENDER_NOT_ALLOWED);
    refused(ada.commit(path, init), Refusal.INVALID_PROPOSAL);
    refused(ada.as(new Sender.External(0)).commit(path), Refusal.SENDER_NOT_ALLOWED);
    refused(ada.as(new Sender.NewMemberProposal()).commit(path), Refusal.SENDER_NOT_ALLOWED);
    refused(
        ada.as(new Sender.NewMemberProposal()).proposal(new Proposal.Remove(1)),
        Refusal.SENDER_NOT_ALLOWED);
    refused(
        ada.as(new Sender.NewMemberCommit()).proposal(new Proposal.Remove(1)),
        Refusal.SENDER_NOT_ALLOWED);
    refused(
        ada.as(new Sender.External(0)).proposal(new Proposal.Update(path.leafNode())),
        Refusal.SENDER_NOT_ALLOWED);
    refused(
        ada.message(new Content.Application(Scene.text("in the clear"))),
        Refusal.SENDER_NOT_ALLOWED);
  }

  @Test
  void aCommitWithoutItsPathIsRefused() {
    refused(ada.commit(null, new Proposal.Remove(1)), Refusal.PATH_MISSING);
    refused(ada.commit((UpdatePath) null), Refusal.PATH_MISSING);
    refused(
        ada.commit(null, new Proposal.GroupContextExtensions(Extensions.NONE)),
        Refusal.PATH_MISSING);
  }

  @Test
  void proposalsThatCannotStandTogetherAreRefused() {
    Proposal.Remove remove = new Proposal.Remove(1);
    Proposal extensions = new Proposal.GroupContextExtensions(Extensions.NONE);
    Proposal reInit = new Proposal.ReInit(Scene.text("n"), 1, Scene.SUITE.id(), Extensions.NONE);
    refused(ada.commit(path, remove, remove), Refusal.INVALID_PROPOSAL);
    refused(ada.commit(path, new Proposal.Remove(0)), Refusal.INVALID_PROPOSAL);
    refused(ada.commit(path, extensions, extensions), Refusal.INVALID_PROPOSAL);
    refused(ada.commit(path, reInit, remove), Refusal.INVALID_PROPOSAL);
    refused(ada.commit(path, new Proposal.Update(path.leafNode())), Refusal.INVALID_PROPOSAL);
  }

  @Test
  void aReferenceToNothingIsRefused() {
    Commit commit =
        new Commit(List.of(new ProposalOrRef.Reference(Bytes.wrap(new byte[32]))), path);
    refused(ada.commit(commit), Refusal.UNKNOWN_PROPOSAL);
  }

  @Test
  void aForgedLeafIsRefused() {
    LeafNode leaf = path.leafNode();
    LeafNode unsigned = with(leaf, leaf.source(), Bytes.wrap(new byte[64]));
    refused(ada.commit(new UpdatePath(unsigned, path.nodes())), Refusal.BAD_SIGNATURE);
    LeafNode elsewhere = placed(leaf.encryptionKey(), leaf.source(), 3);
    refused(ada.commit(new UpdatePath(elsewhere, path.nodes())), Refusal.BAD_SIGNATURE);
    LeafNode updated = placed(leaf.encryptionKey(), new LeafNodeSource.Updated(), 0);
    refused(ada.commit(new UpdatePath(updated, path.nodes())), Refusal.INVALID_LEAF);
  }

  @Test
  void aParentHashThatDoesNotHoldIsRefused() {
    LeafNodeSource wrong = new LeafNodeSource.Committed(Bytes.wrap(new byte[32]));
    LeafNode leaf = placed(path.leafNode().encryptionKey(), wrong, 0);
    refused(ada.commit(new UpdatePath(leaf, path.nodes())), Refusal.INVALID_PATH);
  }

  @Test
  void aPathThatDoesNotFitTheTreeIsRefused() {
    List<UpdatePathNode> nodes = path.nodes();
    refused(ada.commit(new UpdatePath(path.leafNode(), List.of())), Refusal.INVALID_PATH);
    List<UpdatePathNode> more = new ArrayList<>(nodes);
    more.add(nodes.getFirst());
    refused(ada.commit(new UpdatePath(path.leafNode(), more)), Refusal.INVALID_PATH);
    List<HpkeCiphertext> fewer = nodes.getLast().encryptedPathSecrets().subList(1, 2);
    refused(
        ada.commit(
            new UpdatePath(
                path.leafNode(),
                List.of(
                    nodes.getFirst(), new UpdatePathNode(nodes.getLast().encryptionKey(), fewer)))),
        Refusal.INVALID_PATH);
    refused(
        ada.commit(new UpdatePath(path.leafNode(), List.of(nodes.getFirst(), at(Bytes.EMPTY)))),
        Refusal.INVALID_PATH);
  }

  @Test
  void aKeyThatIsThereAlreadyIsRefused() {
    Bytes bens = leaf("ben").encryptionKey();
    refused(
        ada.commit(new UpdatePath(path.leafNode(), List.of(path.nodes().getFirst(), at(bens)))),
        Refusal.DUPLICATE_KEY);
    Scene.Person again = room.person("ben");
    refused(ada.commit(path, Scene.add(again.keyPackage())), null);
    OwnKeyPackage twice = Scene.person("eve").keyPackage();
    refused(ada.commit(null, Scene.add(twice), Scene.add(twice)), Refusal.DUPLICATE_KEY);
    refused(ada.commit(null, Scene.add(again.keyPackage())), Refusal.DUPLICATE_KEY);
  }

  @Test
  void whoLacksWhatTheGroupAsksForIsRefused() {
    Extension required =
        new Extension(
            ExtensionType.REQUIRED_CAPABILITIES,
            new RequiredCapabilities(List.of(), List.of(), List.of(Credential.X509)).encoded());
    PendingCommit strict =
        Scene.ready(
            room.group("ada")
                .commit(CommitRequest.of(new Proposal.GroupContextExtensions(Extensions.NONE))));
    assertThat(strict.effect().extensionsChanged()).isFalse();
    refused(
        ada.commit(path, new Proposal.GroupContextExtensions(Extensions.of(required))),
        Refusal.CAPABILITIES);
    refused(
        ada.commit(
            path,
            new Proposal.GroupContextExtensions(Extensions.of(new Extension(0xF0F0, Bytes.EMPTY)))),
        Refusal.CAPABILITIES);
  }

  @Test
  void anExternalSenderNobodyTrustsCannotBeLetIn() {
    ExternalSender unknown =
        new ExternalSender(
            SignatureKeyPair.generate(Scene.SUITE).publicKey(),
            new Credential.Basic(Scene.text("somebody")));
    Proposal change =
        new Proposal.GroupContextExtensions(
            Extensions.of(ExternalSender.extension(List.of(unknown))));
    PublicGroup strict = Watch.trusting(room.server(), sender -> false);
    assertThat(strict.follow(ada.proposal(change)))
        .isEqualTo(new Following.Refused(Refusal.CREDENTIAL));
    assertThat(strict.follow(ada.commit(path, change)))
        .isEqualTo(new Following.Refused(Refusal.CREDENTIAL));
    Extension broken = new Extension(ExtensionType.EXTERNAL_SENDERS, Scene.text("?"));
    refused(
        ada.proposal(new Proposal.GroupContextExtensions(Extensions.of(broken))),
        Refusal.MALFORMED);
  }

  private void refused(PublicMessage hostile, @org.jspecify.annotations.Nullable Refusal why) {
    Following outcome = room.server().follow(hostile);
    assertThat(outcome).isInstanceOf(Following.Refused.class);
    if (why != null) {
      assertThat(outcome).isEqualTo(new Following.Refused(why));
    }
    assertThat(room.group("ben").receive(new fr.liaison.mls.message.MlsMessage.Public(hostile)))
        .isInstanceOf(Received.Refused.class);
  }

  private LeafNode placed(Bytes key, LeafNodeSource source, int leaf) {
    Scene.Person person = room.person("ada");
    return LeafNode.placed(
        Scene.SUITE,
        person.key(),
        key,
        person.identity(),
        source,
        new LeafNode.Place(context.groupId(), leaf));
  }

  private LeafNode leaf(String name) {
    LeafNode found = room.server().member(room.leafOf(name));
    assertThat(found).isNotNull();
    return found;
  }

  private UpdatePathNode at(Bytes key) {
    return new UpdatePathNode(key, path.nodes().getLast().encryptedPathSecrets());
  }

  private static UpdatePath path(Commit commit) {
    UpdatePath path = commit.path();
    assertThat(path).isNotNull();
    return path;
  }

  private static LeafNode with(LeafNode leaf, LeafNodeSource source, Bytes signature) {
    return new LeafNode(
        leaf.encryptionKey(),
        leaf.signatureKey(),
        leaf.credential(),
        leaf.capabilities(),
        source,
        leaf.extensions(),
        signature);
  }

  private GroupContext at(Bytes groupId, long epoch) {
    return new GroupContext(
        1,
        context.cipherSuite(),
        groupId,
        epoch,
        context.treeHash(),
        context.confirmedTranscriptHash(),
        context.extensions());
  }
}
