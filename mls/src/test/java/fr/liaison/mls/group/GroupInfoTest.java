package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.leaf.Capabilities;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.Extension;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.Lifetime;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which descriptions of a group are believed, and which external commits follow from them. */
class GroupInfoTest {
  private final Room room = Room.of("ada", "ben", "cleo");
  private final GroupInfo genuine = Scene.groupInfo(room.group("ada").groupInfo(true));
  private final SignatureKeyPair adasKey = room.person("ada").key();

  @Test
  void aGroupInfoOfAnotherGroupEpochOrTreeDoesNotMatch() {
    Room other = Room.of("ada", "ben", "cleo");
    checked(Scene.groupInfo(other.group("ada").groupInfo(true)), Refusal.GROUP_INFO_MISMATCH);
    PendingCommit next = Scene.commit(room.group("ada"));
    checked(Scene.groupInfo(next.groupInfo()), Refusal.GROUP_INFO_MISMATCH);
    checked(
        signed(
            genuine
                .extensions()
                .with(new Extension(ExtensionType.RATCHET_TREE, other.server().tree()))),
        Refusal.GROUP_INFO_MISMATCH);
    checked(signed(Extensions.NONE), Refusal.GROUP_INFO_MISMATCH);
  }

  @Test
  void aGroupInfoMustBeSignedByTheMemberItNames() {
    assertThat(room.server().check(genuine)).isEmpty();
    checked(from(genuine, 1, genuine.signature()), Refusal.BAD_SIGNATURE);
    checked(from(genuine, 0, Bytes.wrap(new byte[64])), Refusal.BAD_SIGNATURE);
    for (long nobody : new long[] {3, 1L << 31, 0xFFFF_FFFFL}) {
      checked(from(genuine, nobody, genuine.signature()), Refusal.GROUP_INFO_MISMATCH);
      opened(from(genuine, nobody, genuine.signature()), Refusal.UNKNOWN_SENDER);
    }
    opened(from(genuine, 1, genuine.signature()), Refusal.BAD_SIGNATURE);
  }

  @Test
  void aForgedMemberInTheTreeIsNoticedByWhoeverOpensIt() {
    Scene.Person eve = Scene.person("eve");
    LeafNode claimed = eve.keyPackage().keyPackage().leafNode();
    LeafNode forged =
        new LeafNode(
            claimed.encryptionKey(),
            claimed.signatureKey(),
            claimed.credential(),
            claimed.capabilities(),
            claimed.source(),
            claimed.extensions(),
            Bytes.wrap(new byte[64]));
    var tree = room.group("ada").state().open().tree().add(forged).tree();
    var context = genuine.context();
    GroupInfo info =
        GroupInfo.signed(
            Scene.SUITE,
            adasKey,
            new fr.liaison.mls.message.GroupContext(
                1,
                context.cipherSuite(),
                context.groupId(),
                context.epoch(),
                tree.treeHash(),
                context.confirmedTranscriptHash(),
                context.extensions()),
            genuine.extensions().with(new Extension(ExtensionType.RATCHET_TREE, tree.encoded())),
            genuine.confirmationTag(),
            0);
    opened(info, Refusal.BAD_SIGNATURE);
    assertThat(Group.joinExternally(eve.client(), eve.keyPackage(), info, Optional.empty()))
        .isEqualTo(new ExternalJoining.Refused(Refusal.BAD_SIGNATURE));
  }

  @Test
  void anExternalCommitRemovesNobodyElse() {
    Scene.Person eve = Scene.person("eve");
    ExternalJoining.Ready ready =
        (ExternalJoining.Ready)
            Group.joinExternally(eve.client(), eve.keyPackage(), genuine, Optional.empty());
    var commit = Forgery.commitOf(ready.commit());
    List<Proposal> proposals = new ArrayList<>();
    commit
        .proposals()
        .forEach(
            one -> proposals.add(((fr.liaison.mls.message.ProposalOrRef.Inline) one).proposal()));
    Forgery forgery = new Forgery(genuine.context(), eve.key(), new Sender.NewMemberCommit());
    followed(forgery, commit.path(), proposals, new Proposal.Remove(1));
    followed(forgery, commit.path(), proposals, new Proposal.Remove(1), new Proposal.Remove(2));
    followed(forgery, commit.path(), proposals, Scene.add(eve.keyPackage()));
    followed(
        forgery, commit.path(), proposals, new Proposal.ExternalInit(Bytes.wrap(new byte[32])));
    followed(
        forgery, commit.path(), proposals, new Proposal.GroupContextExtensions(Extensions.NONE));
    assertThat(room.server().follow(forgery.commit(commit.path())))
        .isEqualTo(new Following.Refused(Refusal.INVALID_PROPOSAL));
    assertThat(room.server().follow(forgery.commit(null, proposals.getFirst())))
        .isEqualTo(new Following.Refused(Refusal.PATH_MISSING));
  }

  @Test
  void unknownExtensionsAndNumbersStayAsTheyAre() throws Exception {
    for (int type : new int[] {0x000A, 0xF0F0, 0x0A0A}) {
      Scene.Person ada = able(type, "ada");
      Scene.Person ben = able(type, "ben");
      Extension unknown = new Extension(type, Scene.text("whatever it means"));
      OwnKeyPackage bens = withExtension(ben, unknown);
      MlsMessage.Keys read = (MlsMessage.Keys) MlsMessage.parse(bens.message());
      assertThat(read.encoded()).isEqualTo(bens.message());
      assertThat(read.keyPackage().extensions().list()).containsExactly(unknown);
      Group group =
          Group.create(ada.client(), Scene.text("g"), ada.keyPackage(), Extensions.of(unknown));
      PublicGroup server = Scene.open(group.groupInfo(true));
      PendingCommit pending = Scene.commit(group, Scene.add(bens));
      Group joined = Scene.join(ben, bens, pending);
      server = Scene.advanced(server.follow(Scene.publicMessage(pending.commit()))).next();
      assertThat(joined.context().extensions().list()).containsExactly(unknown);
      assertThat(joined.context()).isEqualTo(server.context());
      PublicGroup stored = PublicGroup.restore(server.serialized(), Scene.ANYBODY);
      assertThat(stored.serialized()).isEqualTo(server.serialized());
      LeafNode leaf = stored.member(1);
      assertThat(leaf).isNotNull();
      assertThat(leaf.extensions().list()).containsExactly(unknown);
      assertThat(leaf.capabilities().extensions()).contains(type);
      // Whoever does not know the number cannot enter.
      assertThat(group.commit(CommitRequest.of(Scene.add(Scene.person("eve").keyPackage()))))
          .isEqualTo(new Committing.Refused(Refusal.CAPABILITIES));
    }
  }

  private static Scene.Person able(int type, String name) {
    Scene.Person plain = Scene.person(name);
    Capabilities grease =
        new Capabilities(
            List.of(0x7A7A, 1),
            List.of(0x1A1A, Scene.SUITE.id(), 5),
            List.of(type, 0xDADA),
            List.of(0x2A2A, 0x0008),
            List.of(Credential.BASIC, 0x3A3A));
    return new Scene.Person(
        plain.suite(),
        plain.key(),
        new LeafNode.Identity(
            plain.identity().credential(),
            grease,
            Extensions.of(new Extension(type, Scene.text("whatever it means")))),
        plain.client());
  }

  private static OwnKeyPackage withExtension(Scene.Person person, Extension extension) {
    OwnKeyPackage own =
        OwnKeyPackage.generate(
            person.suite(),
            person.key(),
            person.identity(),
            Lifetime.from(Instant.now(), Duration.ofDays(1)));
    KeyPackage extended =
        KeyPackage.signed(
            person.suite(),
            person.key(),
            own.keyPackage().initKey(),
            own.keyPackage().leafNode(),
            Extensions.of(extension));
    return new OwnKeyPackage(extended, own.init(), own.leaf());
  }

  private void followed(
      Forgery forgery,
      fr.liaison.mls.tree.UpdatePath path,
      List<Proposal> proposals,
      Proposal... more) {
    List<Proposal> all = new ArrayList<>(proposals);
    all.addAll(List.of(more));
    assertThat(room.server().follow(forgery.commit(path, all.toArray(Proposal[]::new))))
        .isEqualTo(new Following.Refused(Refusal.INVALID_PROPOSAL));
  }

  private void checked(GroupInfo info, Refusal why) {
    assertThat(room.server().check(info)).contains(why);
  }

  private void opened(GroupInfo info, Refusal why) {
    assertThat(PublicGroup.open(info, Optional.empty(), Scene.ANYBODY))
        .isEqualTo(new Opening.Refused(why));
  }

  private GroupInfo signed(Extensions extensions) {
    return GroupInfo.signed(
        Scene.SUITE, adasKey, genuine.context(), extensions, genuine.confirmationTag(), 0);
  }

  private static GroupInfo from(GroupInfo info, long signer, Bytes signature) {
    return new GroupInfo(
        info.context(), info.extensions(), info.confirmationTag(), signer, signature);
  }
}
