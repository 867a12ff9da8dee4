package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.leaf.Extension;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.Lifetime;
import fr.liaison.mls.leaf.RequiredCapabilities;
import fr.liaison.mls.message.PreSharedKeyId;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever was proposed, a commit of all that can stand is always possible. */
class HeldProposalsTest {
  private final Room room = Room.of("ada", "ben", "cleo", "dora");

  @Test
  void removalGoesBeforeUpdateAndAnyoneMayProposeItTwice() {
    room.propose("cleo", room.group("cleo").proposeUpdate(room.person("cleo").identity(), false));
    room.propose("ben", remove("ben", "cleo"));
    room.propose("dora", remove("dora", "cleo"));
    room.commit("ada", CommitRequest.of());
    room.agree();
    assertThat(room.names()).doesNotContain("cleo");
  }

  @Test
  void ourOwnUpdateIsLeftOutOfOurOwnCommit() {
    room.propose("ben", room.group("ben").proposeUpdate(room.person("ben").identity(), false));
    room.commit("ben", CommitRequest.of());
    room.agree();
    room.commit("ada", CommitRequest.of());
    room.agree();
  }

  @Test
  void ofTwoUpdatesOfOneLeafTheLaterStands() {
    room.propose("ben", room.group("ben").proposeUpdate(room.person("ben").identity(), false));
    HeldProposal later =
        room.propose("ben", room.group("ben").proposeUpdate(room.person("ben").identity(), false));
    PendingCommit pending = room.commit("ada", CommitRequest.of());
    room.agree();
    assertThat(pending.effect().updated().values())
        .containsExactly(((Proposal.Update) later.proposal()).leafNode());
    room.commit("ben", CommitRequest.of());
    room.agree();
  }

  @Test
  void aRemovalOfOursStandsBesideTheSameProposedByAnother() {
    room.propose("ben", remove("ben", "cleo"));
    room.commit("ada", CommitRequest.of(new Proposal.Remove(room.leafOf("cleo"))));
    room.agree();
  }

  @Test
  void aReInitBesideOtherProposalsIsLeftOut() {
    room.propose("ben", remove("ben", "cleo"));
    room.propose(
        "dora",
        room.group("dora")
            .propose(
                new Proposal.ReInit(Scene.text("next"), 1, Scene.SUITE.id(), Extensions.NONE),
                false));
    PendingCommit pending = room.commit("ada", CommitRequest.of());
    room.agree();
    assertThat(pending.effect().reInit()).isEmpty();
    assertThat(pending.effect().removed()).hasSize(1);
  }

  @Test
  void anAdditionOfWhoIsInAlreadyBlocksNobody() {
    room.propose("ben", add("ben", room.person("ada").keyPackage().keyPackage()));
    room.propose("ben", remove("ben", "cleo"));
    committedWithoutTheBadOne();
  }

  @Test
  void aKeyThatNobodyKnowsBlocksNobody() {
    room.propose(
        "ben",
        room.group("ben")
            .propose(
                new Proposal.PreSharedKey(
                    new PreSharedKeyId(
                        new PreSharedKeyId.External(Scene.text("?")), Bytes.wrap(new byte[32]))),
                false));
    room.propose("dora", remove("dora", "cleo"));
    committedWithoutTheBadOne();
  }

  @Test
  void aRequirementThatMembersDoNotMeetBlocksNobody() {
    Extension required =
        new Extension(
            ExtensionType.REQUIRED_CAPABILITIES,
            new RequiredCapabilities(List.of(0xF0F0), List.of(), List.of()).encoded());
    room.propose(
        "ben",
        room.group("ben")
            .propose(new Proposal.GroupContextExtensions(Extensions.of(required)), false));
    room.propose("dora", remove("dora", "cleo"));
    committedWithoutTheBadOne();
  }

  @Test
  void anExpiredKeyPackageIsRefusedByWhoAddsOrProposesIt() {
    KeyPackage expired = packageOf("eve", new Lifetime(0, 1_000)).keyPackage();
    KeyPackage endless = packageOf("eve", new Lifetime(0, -1)).keyPackage();
    for (KeyPackage one : List.of(expired, endless)) {
      assertThat(room.group("ada").commit(CommitRequest.of(new Proposal.Add(one))))
          .isEqualTo(new Committing.Refused(Refusal.LIFETIME));
      assertThat(add("ada", one)).isEqualTo(new Proposing.Refused(Refusal.LIFETIME));
    }
  }

  @Test
  void anExpiredKeyPackageThatWasProposedIsLeftOut() {
    OwnKeyPackage expired = packageOf("eve", new Lifetime(0, 1_000));
    room.hand(
        Group.proposeToJoin(
            room.person("eve").client(), room.server().context(), expired.keyPackage()));
    room.propose("dora", remove("dora", "cleo"));
    committedWithoutTheBadOne();
  }

  @Test
  void aKeyPackageWithAKeyThatIsNoneIsRefusedByAll() {
    for (CipherSuite suite : CipherSuite.values()) {
      Scene.Person eve = Scene.person(suite, "eve");
      int length = suite.id() == 2 ? 65 : 32;
      for (byte[] bad : List.of(new byte[length], new byte[0], new byte[7])) {
        HpkeKeyPair good = suite.generateKeyPair();
        Group alone = Scene.person(suite, "ada").create("g");
        assertThat(alone.propose(new Proposal.Add(forged(eve, Bytes.wrap(bad), good)), false))
            .isEqualTo(new Proposing.Refused(Refusal.INVALID_LEAF));
        KeyPackage init = forgedInit(eve, good.publicKey(), Bytes.wrap(bad));
        assertThat(alone.commit(CommitRequest.of(new Proposal.Add(init))))
            .isEqualTo(new Committing.Refused(Refusal.INVALID_LEAF));
      }
    }
  }

  /** The removal of cleo goes through and nothing else. */
  private void committedWithoutTheBadOne() {
    PendingCommit pending = room.commit("ada", CommitRequest.of());
    room.agree();
    assertThat(pending.effect().removed()).hasSize(1);
    assertThat(pending.effect().added()).isEmpty();
    room.say("ada", "on we go");
  }

  private Proposing remove(String by, String whom) {
    return room.group(by).propose(new Proposal.Remove(room.leafOf(whom)), false);
  }

  private Proposing add(String by, KeyPackage whom) {
    return room.group(by).propose(new Proposal.Add(whom), false);
  }

  private OwnKeyPackage packageOf(String name, Lifetime lifetime) {
    Scene.Person person = room.person(name);
    return OwnKeyPackage.generate(person.suite(), person.key(), person.identity(), lifetime);
  }

  private static KeyPackage forged(Scene.Person eve, Bytes encryptionKey, HpkeKeyPair init) {
    return forgedInit(eve, encryptionKey, init.publicKey());
  }

  private static KeyPackage forgedInit(Scene.Person eve, Bytes encryptionKey, Bytes init) {
    LeafNode leaf =
        LeafNode.packaged(
            eve.suite(),
            eve.key(),
            encryptionKey,
            eve.identity(),
            Lifetime.from(Instant.now(), Duration.ofDays(1)));
    return KeyPackage.signed(eve.suite(), eve.key(), init, leaf, Extensions.NONE);
  }
}
