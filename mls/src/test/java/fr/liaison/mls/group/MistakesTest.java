package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PrivateMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.refusal.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Mistakes that MLS libraries have made, one test each, named after the mistake. */
class MistakesTest {
  @Test
  void welcomeWithoutPathSecretImplantsKeysFromNothing() {
    Room room = Room.of("ada", "ben");
    room.add("ben", CommitRequest.of().withoutForcedPath(), "cleo", "dora", "eve");
    for (String name : List.of("cleo", "ada", "dora", "ben", "eve")) {
      room.commit(name, CommitRequest.of());
      room.agree();
    }
  }

  @Test
  void reuseGuardIsAlwaysZero() {
    Room room = Room.of("ada", "ben");
    Set<Bytes> ciphertexts = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      // The same state, restored eight times: same key and nonce but for the guard.
      Group restored = Scene.reloaded(room.person("ada"), room.group("ada"));
      PrivateMessage sent = privateMessage(Scene.send(restored, "the same").message());
      assertThat(ciphertexts.add(Bytes.of(head(sent.ciphertext())))).isTrue();
      Scene.message(room.group("ben").receive(new MlsMessage.Private(sent)));
    }
  }

  @Test
  void tamperedCopyMakesTheGenuineMessageUndecryptable() {
    Room room = Room.of("ada", "ben");
    Bytes genuine = Scene.send(room.group("ada"), "genuine").message();
    byte[] tampered = genuine.toArray();
    for (int at = 0; at < tampered.length; at += 7) {
      tampered[at] ^= 1;
      assertThat(room.group("ben").receive(Bytes.of(tampered)))
          .isInstanceOf(Received.Refused.class);
      tampered[at] ^= 1;
    }
    Scene.message(room.group("ben").receive(genuine));
  }

  @Test
  void suitesShareStateBetweenThreads() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<Boolean> life =
          () -> {
            for (int i = 0; i < 12; i++) {
              Room room = Room.of(CipherSuite.values()[i % 3], "ada", "ben");
              room.say("ada", "hello");
              room.commit("ben", CommitRequest.of());
              room.agree();
            }
            return true;
          };
      for (Future<Boolean> one : threads.invokeAll(List.of(life, life))) {
        assertThat(one.get()).isTrue();
      }
    }
  }

  @Test
  void stateCannotBePersisted() {
    Room room = Room.of("ada", "ben");
    room.say("ada", "before");
    room.put("ben", Scene.reloaded(room.person("ben"), room.group("ben")));
    room.put("ada", Scene.reloaded(room.person("ada"), room.group("ada")));
    room.say("ben", "after");
    room.commit("ada", CommitRequest.of());
    room.agree();
  }

  @Test
  void commitWithPathInAGroupOfOneCrashes() {
    Room room = Room.of("ada", "ben");
    room.commit("ada", CommitRequest.of(new Proposal.Remove(1)));
    room.commit("ada", CommitRequest.of());
    room.add("ada", "cleo");
    room.say("cleo", "grown again");
  }

  @Test
  void removedMemberCannotTellRemovalFromCorruption() {
    Room room = Room.of("ada", "ben", "cleo");
    Group ben = room.group("ben");
    room.propose("ben", ben.propose(new Proposal.Remove(ben.ownLeaf()), false));
    PendingCommit pending = Scene.commit(room.group("ada"));
    assertThat(room.group("ben").receive(pending.commit()))
        .isInstanceOf(Received.RemovedFromGroup.class);
  }

  @Test
  void lifetimeExpiredAtProcessingTimeStrandsWhoWasOffline() {
    Scene.Person ada = Scene.person("ada");
    Scene.Person late = clocked(Scene.person("ben"), 400);
    Group group = ada.create("g");
    OwnKeyPackage own = late.keyPackage();
    PendingCommit first = Scene.commit(group, Scene.add(own));
    Group joined = Scene.join(late, own, first);
    PendingCommit second =
        Scene.commit(first.adopt(group), Scene.add(Scene.person("cleo").keyPackage()));
    assertThat(Scene.committed(joined.receive(second.commit())).members()).hasSize(3);
  }

  @Test
  void credentialsAndLeafSignaturesOfAJoinedTreeAreNotVerified() {
    Scene.Person ben = Scene.person("ben");
    OwnKeyPackage own = ben.keyPackage();
    PendingCommit pending = Scene.commit(Scene.person("ada").create("g"), Scene.add(own));
    CredentialValidator onlyBen =
        Watch.accepting((credential, key) -> credential.equals(ben.identity().credential()));
    Client picky = Client.of(ben.key(), onlyBen);
    assertThat(
            Group.join(
                picky, own, Scene.welcome(pending.welcome().orElseThrow()), Optional.empty()))
        .isEqualTo(new Joining.Refused(Refusal.CREDENTIAL));
    assertThat(
            Group.joinExternally(
                picky, ben.keyPackage(), Scene.groupInfo(pending.groupInfo()), Optional.empty()))
        .isEqualTo(new ExternalJoining.Refused(Refusal.CREDENTIAL));
    assertThat(PublicGroup.open(Scene.groupInfo(pending.groupInfo()), Optional.empty(), onlyBen))
        .isEqualTo(new Opening.Refused(Refusal.CREDENTIAL));
  }

  @Test
  void encryptingInAPendingGroupWipesTheParent() {
    Room room = Room.of("ada", "ben");
    PendingCommit lost = Scene.commit(room.group("ada"));
    Group pending = lost.adopt(room.group("ada"));
    pending.retire(Scene.send(pending, "never sent").next());
    room.commit("ben", CommitRequest.of());
    room.agree();
    room.say("ada", "unharmed");
  }

  @Test
  void forwardRatchetIsUnbounded() {
    Room room = Room.of("ada", "ben");
    Group ahead = room.group("ada");
    for (int i = 0; i < 12; i++) {
      ahead = Scene.send(ahead, "lost").next();
    }
    Bytes far = Scene.send(ahead, "far").message();
    Group bounded = reconfigured(room, new fr.liaison.mls.schedule.RatchetLimits(11, 5));
    assertThat(bounded.receive(far)).isEqualTo(new Received.Refused(Refusal.TOO_FAR_AHEAD));
    Group allowed = reconfigured(room, new fr.liaison.mls.schedule.RatchetLimits(12, 5));
    Scene.message(allowed.receive(far));
  }

  @Test
  void ownMessageKeysAreKept() {
    Room room = Room.of("ada", "ben");
    Sending.Sealed sealed = Scene.send(room.group("ada"), "mine");
    assertThat(Scene.reloaded(room.person("ada"), sealed.next()).receive(sealed.message()))
        .isEqualTo(new Received.Refused(Refusal.KEY_CONSUMED));
    Received.Message read = Scene.message(room.group("ben").receive(sealed.message()));
    assertThat(read.next().receive(sealed.message()))
        .isEqualTo(new Received.Refused(Refusal.KEY_CONSUMED));
  }

  @Test
  void ownPendingUpdateForbidsOwnCommit() {
    Room room = Room.of("ada", "ben");
    room.propose("ada", room.group("ada").proposeUpdate(room.person("ada").identity(), false));
    room.commit("ada", CommitRequest.of());
    room.agree();
  }

  @Test
  void unknownProposalReferenceIsSilentlyDropped() {
    Room room = Room.of("ada", "ben", "cleo");
    Group uninformed = room.group("cleo");
    room.propose("ben", room.group("ben").proposeUpdate(room.person("ben").identity(), false));
    PendingCommit pending = Scene.commit(room.group("ada"));
    assertThat(uninformed.receive(pending.commit()))
        .isEqualTo(new Received.Refused(Refusal.UNKNOWN_PROPOSAL));
  }

  @Test
  void lengthIsAllocatedBeforeItIsChecked() {
    // A welcome of suite 1 whose first vector claims a gigabyte.
    Bytes claim = Bytes.fromHex("000100030001bfffffff");
    assertThatThrownBy(() -> MlsMessage.parse(claim))
        .isInstanceOfSatisfying(
            Malformed.class,
            e -> assertThat(e.fault()).isEqualTo(Malformed.Fault.LENGTH_BEYOND_INPUT));
  }

  @Test
  void senderIsNotReturnedWithTheMessage() {
    Room room = Room.of("ada", "ben", "cleo");
    Received.Message read =
        Scene.message(room.group("ben").receive(Scene.send(room.group("cleo"), "me").message()));
    assertThat(read.senderLeaf()).isEqualTo(room.leafOf("cleo"));
    assertThat(read.sender().signatureKey()).isEqualTo(room.person("cleo").key().publicKey());
  }

  @Test
  void oneIndexTooManyLeavesKeysBehindWhenTheTreeShrinks() {
    Room room = Room.of("ada", "ben", "cleo", "dora", "eve");
    room.commit("eve", CommitRequest.of());
    room.commit("ada", CommitRequest.of(new Proposal.Remove(room.leafOf("eve"))));
    assertThat(room.group("ada").state().open().tree().leafCount()).isEqualTo(4);
    room.add("ben", "fay", "gil");
    for (String name : room.names()) {
      room.commit(name, CommitRequest.of());
      room.agree();
    }
  }

  @Test
  void lengthOfMessagesTellsTheirContent() {
    Group ada = Room.of("ada", "ben").group("ada");
    Set<Integer> lengths = new HashSet<>();
    for (int length = 0; length < 150; length += 10) {
      lengths.add(Scene.send(ada, "x".repeat(length)).message().length());
    }
    assertThat(lengths).hasSize(1);
  }

  private static byte[] head(Bytes ciphertext) {
    return java.util.Arrays.copyOf(ciphertext.array(), 64);
  }

  private static PrivateMessage privateMessage(Bytes message) {
    return ((MlsMessage.Private) Scene.parse(message)).message();
  }

  private static Group reconfigured(Room room, fr.liaison.mls.schedule.RatchetLimits limits) {
    GroupConfig config =
        new GroupConfig(limits, 4, PaddingPolicy.NONE, java.time.Duration.ofDays(91), 1024);
    return Group.of(room.person("ben").client().with(config), room.group("ben").state());
  }

  private static Scene.Person clocked(Scene.Person person, int days) {
    Client client =
        new Client(
            person.client().signer(),
            person.client().validator(),
            person.client().preSharedKeys(),
            person.client().config(),
            () -> java.time.Instant.now().plus(java.time.Duration.ofDays(days)));
    return new Scene.Person(person.suite(), person.key(), person.identity(), client);
  }
}
