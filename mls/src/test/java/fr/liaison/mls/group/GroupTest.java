package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What members do with each other. */
class GroupTest {
  @ParameterizedTest
  @EnumSource(CipherSuite.class)
  void aGroupOfThreeTalksInEverySuite(CipherSuite suite) {
    Room room = Room.of(suite, "ada", "ben");
    room.say("ada", "hello");
    room.say("ben", "hello back");
    room.add("ben", "cleo");
    room.say("cleo", "thank you");
    room.commit("cleo", CommitRequest.of());
    room.agree();
  }

  @ParameterizedTest
  @EnumSource(CipherSuite.class)
  void aGroupOfOneRefreshesItsKeys(CipherSuite suite) {
    Room room = Room.of(suite, "ada");
    Bytes before = room.group("ada").epochAuthenticator();
    room.commit("ada", CommitRequest.of());
    room.agree();
    assertThat(room.group("ada").epoch()).isEqualTo(1);
    assertThat(room.group("ada").epochAuthenticator()).isNotEqualTo(before);
  }

  @Test
  void manyAreAddedByOneCommit() {
    Room room = Room.of("ada");
    room.add("ada", "b", "c", "d", "e", "f", "g", "h", "i");
    room.say("i", "we are nine");
    assertThat(room.group("i").members()).hasSize(9);
  }

  @Test
  void aNewcomerJoinsWithTheTreeBesideTheWelcome() {
    Room room = Room.of("ada", "ben");
    room.add("ada", CommitRequest.of().withoutTree(), "cleo");
    room.say("cleo", "here");
  }

  @Test
  void aWelcomeWithoutAnyTreeIsRefused() {
    Scene.Person ben = Scene.person("ben");
    OwnKeyPackage own = ben.keyPackage();
    PendingCommit pending =
        Scene.ready(
            Scene.person("ada").create("g").commit(CommitRequest.of(Scene.add(own)).withoutTree()));
    assertThat(
            Group.join(
                ben.client(),
                own,
                Scene.welcome(pending.welcome().orElseThrow()),
                Optional.empty()))
        .isEqualTo(new Joining.Refused(Refusal.TREE_MISSING));
  }

  @Test
  void aWelcomeForSomebodyElseIsRefused() {
    Scene.Person eve = Scene.person("eve");
    PendingCommit pending =
        Scene.commit(Scene.person("ada").create("g"), Scene.add(Scene.person("ben").keyPackage()));
    assertThat(
            Group.join(
                eve.client(),
                eve.keyPackage(),
                Scene.welcome(pending.welcome().orElseThrow()),
                Optional.empty()))
        .isEqualTo(new Joining.Refused(Refusal.NOT_FOR_US));
  }

  @Test
  void messagesOfOneEpochMayArriveInAnyOrder() {
    Room room = Room.of("ada", "ben");
    Group ada = room.group("ada");
    List<Bytes> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Sending.Sealed sealed = Scene.send(ada, "message " + i);
      sent.add(sealed.message());
      ada = sealed.next();
    }
    Group ben = room.group("ben");
    for (int i : new int[] {19, 0, 10, 9, 11, 1, 18, 2, 17, 3, 16, 4, 15, 5, 14, 6, 13, 7, 12, 8}) {
      Received.Message read = Scene.message(ben.receive(sent.get(i)));
      assertThat(read.data()).isEqualTo(Scene.text("message " + i));
      ben = Scene.reloaded(room.person("ben"), read.next());
    }
  }

  @Test
  void aLateMessageOfAFormerEpochIsReadByItsSenderOfThen() {
    Room room = Room.of("ada", "ben", "cleo");
    Sending.Sealed late = Scene.send(room.group("cleo"), "before I left");
    room.commit("ada", CommitRequest.of(new Proposal.Remove(room.leafOf("cleo"))));
    room.commit("ben", CommitRequest.of());
    Received.Message read =
        Scene.message(
            Scene.reloaded(room.person("ada"), room.group("ada")).receive(late.message()));
    assertThat(read.epoch()).isEqualTo(1);
    assertThat(read.sender().credential()).isEqualTo(new Credential.Basic(Scene.text("cleo")));
    assertThat(read.next().receive(late.message()))
        .isEqualTo(new Received.Refused(Refusal.KEY_CONSUMED));
  }

  @Test
  void aMessageFromTooLongAgoIsRefusedAsStale() {
    Room room = Room.of("ada", "ben");
    Sending.Sealed late = Scene.send(room.group("ben"), "long ago");
    for (int i = 0; i < 5; i++) {
      room.commit("ada", CommitRequest.of());
    }
    assertThat(room.group("ada").receive(late.message()))
        .isEqualTo(new Received.Refused(Refusal.STALE_EPOCH));
  }

  @Test
  void aMessageOfAnEpochNotReachedYetIsRefusedAsFuture() {
    Room room = Room.of("ada", "ben");
    Group before = room.group("ben");
    Bytes stored = Bytes.of(before.serialized().array());
    room.commit("ada", CommitRequest.of());
    Sending.Sealed sealed = Scene.send(room.group("ada"), "from tomorrow");
    Group behind = restored(room.person("ben"), stored);
    assertThat(behind.receive(sealed.message()))
        .isEqualTo(new Received.Refused(Refusal.FUTURE_EPOCH));
  }

  @Test
  void anUpdateIsProposedByOneAndCommittedByAnother() {
    for (boolean encrypted : new boolean[] {false, true}) {
      Room room = Room.of("ada", "ben", "cleo");
      Bytes old = key(room.group("ada"), room.leafOf("ben"));
      room.propose(
          "ben", room.group("ben").proposeUpdate(room.person("ben").identity(), encrypted));
      if (encrypted) {
        room.commit("cleo", CommitRequest.of().asPrivateMessage());
      } else {
        room.commit("cleo", CommitRequest.of());
      }
      room.agree();
      assertThat(key(room.group("ada"), room.leafOf("ben"))).isNotEqualTo(old);
      room.say("ben", "with fresh keys");
      room.commit("ben", CommitRequest.of());
    }
  }

  @Test
  void aRemovalIsProposedByTheOneWhoLeavesAndCommittedByAnother() {
    Room room = Room.of("ada", "ben", "cleo");
    room.propose(
        "cleo", room.group("cleo").propose(new Proposal.Remove(room.leafOf("cleo")), false));
    room.commit("ben", CommitRequest.of());
    room.agree();
    assertThat(room.names()).containsExactly("ada", "ben");
  }

  @Test
  void theRemovedIsToldSoAndReadsNothingSentAfterwards() {
    Room room = Room.of("ada", "ben", "cleo");
    Group cleo = room.group("cleo");
    PendingCommit pending =
        Scene.commit(room.group("ada"), new Proposal.Remove(room.leafOf("cleo")));
    Received removed = cleo.receive(pending.commit());
    assertThat(removed).isInstanceOf(Received.RemovedFromGroup.class);
    assertThat(((Received.RemovedFromGroup) removed).effect().removed())
        .containsOnlyKeys(room.leafOf("cleo"));
    Sending.Sealed sealed = Scene.send(pending.adopt(room.group("ada")), "without her");
    assertThat(cleo.receive(sealed.message()))
        .isEqualTo(new Received.Refused(Refusal.FUTURE_EPOCH));
  }

  @Test
  void handshakesMayBeEncrypted() {
    Room room = Room.of("ada", "ben", "cleo");
    PendingCommit pending = room.commit("ada", CommitRequest.of().asPrivateMessage());
    assertThat(Scene.parse(pending.commit())).isInstanceOf(MlsMessage.Private.class);
    room.agree();
    room.propose("ben", room.group("ben").propose(new Proposal.Remove(room.leafOf("cleo")), true));
    room.commit("ada", CommitRequest.of().asPrivateMessage());
    room.agree();
  }

  @Test
  void anAddNeedsNoPath() {
    Room room = Room.of("ada", "ben", "cleo");
    room.add("ben", CommitRequest.of().withoutForcedPath(), "dora");
    room.say("dora", "in");
    room.commit("dora", CommitRequest.of());
    room.commit("ada", CommitRequest.of(new Proposal.Remove(room.leafOf("dora"))));
    room.agree();
  }

  @Test
  void authenticatedDataTravelsInTheClearAndCannotBeChanged() {
    Room room = Room.of("ada", "ben");
    Sending.Sealed sealed =
        Scene.sealed(room.group("ada").send(Scene.text("body"), Scene.text("message 17")));
    assertThat(((MlsMessage.Private) Scene.parse(sealed.message())).message().authenticatedData())
        .isEqualTo(Scene.text("message 17"));
    assertThat(Scene.message(room.group("ben").receive(sealed.message())).authenticatedData())
        .isEqualTo(Scene.text("message 17"));
    byte[] changed = sealed.message().toArray();
    int at = new String(changed, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("message");
    changed[at] ^= 1;
    assertThat(room.group("ben").receive(Bytes.of(changed)))
        .isEqualTo(new Received.Refused(Refusal.NOT_DECRYPTABLE));
  }

  @Test
  void everybodyExportsTheSameSecretAndNobodyElseDoes() {
    Room room = Room.of("ada", "ben");
    assertThat(room.group("ada").export("calls", Scene.text("x"), 48))
        .isEqualTo(room.group("ben").export("calls", Scene.text("x"), 48))
        .isNotEqualTo(room.group("ben").export("calls", Scene.text("y"), 48))
        .isNotEqualTo(room.group("ben").export("other", Scene.text("x"), 48));
    var before = room.group("ada").export("calls", Scene.text("x"), 48);
    room.commit("ada", CommitRequest.of());
    assertThat(room.group("ada").export("calls", Scene.text("x"), 48)).isNotEqualTo(before);
  }

  @Test
  void ofARacesCommitsOneWinsAndTheOtherIsDropped() {
    Room room = Room.of("ada", "ben", "cleo");
    PendingCommit lost = Scene.commit(room.group("ben"));
    Group pending = lost.adopt(room.group("ben"));
    Scene.send(pending, "too early, and never sent");
    room.commit("ada", CommitRequest.of());
    room.agree();
    room.commit("ben", CommitRequest.of());
    room.agree();
  }

  @Test
  void whatWasSentAndReadWhileACommitWasPendingStaysUsedUp() {
    Room room = Room.of("ada", "ben");
    PendingCommit pending = Scene.commit(room.group("ada"));
    room.say("ben", "meanwhile");
    Sending.Sealed own = Scene.send(room.group("ada"), "from me too");
    room.put("ada", own.next());
    Sending.Sealed late = Scene.send(room.group("ben"), "crossed the commit");
    room.put("ben", late.next());
    room.deliver("ada", pending);
    room.agree();
    assertThat(room.group("ada").receive(own.message()))
        .isEqualTo(new Received.Refused(Refusal.KEY_CONSUMED));
    Scene.message(room.group("ada").receive(late.message()));
    Scene.message(room.group("ben").receive(own.message()));
  }

  @Test
  void ourOwnCommitComingBackIsRecognised() {
    Room room = Room.of("ada", "ben");
    PendingCommit pending = Scene.commit(room.group("ada"));
    assertThat(room.group("ada").receive(pending.commit())).isEqualTo(new Received.OwnCommit());
  }

  private static Bytes key(Group group, int leaf) {
    LeafNode found = group.members().get(leaf);
    assertThat(found).isNotNull();
    return found.encryptionKey();
  }

  private static Group restored(Scene.Person person, Bytes stored) {
    try {
      return Group.restore(person.client(), fr.liaison.mls.crypto.Secret.copyOf(stored.toArray()));
    } catch (fr.liaison.mls.codec.Malformed e) {
      throw new AssertionError(e);
    }
  }
}
