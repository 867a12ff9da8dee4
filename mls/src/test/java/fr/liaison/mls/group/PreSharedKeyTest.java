package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.message.PreSharedKeyId;
import fr.liaison.mls.message.PreSharedKeyId.Usage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.refusal.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys that come from elsewhere: external, of former epochs, of former groups. */
class PreSharedKeyTest {
  private static final Bytes NAME = Scene.text("the key on paper");

  /** Knows one external key and the last epoch of one group. */
  private record Known(Secret external, Optional<Predecessor> before) implements PreSharedKeys {
    @Override
    public Optional<Secret> external(Bytes id) {
      return id.equals(NAME) ? Optional.of(external) : Optional.empty();
    }

    @Override
    public Optional<Predecessor> resumption(Bytes groupId, long epoch) {
      return before.filter(
          one -> one.context().groupId().equals(groupId) && one.context().epoch() == epoch);
    }
  }

  private static final Known ONE = new Known(Secret.random(32), Optional.empty());

  private final Scene.Person ada = Scene.person("ada");
  private final Scene.Person ben = Scene.person("ben");
  private final OwnKeyPackage bensPackage = ben.keyPackage();

  @Test
  void anExternalKeyGoesIntoTheEpoch() {
    Group group = ada.with(ONE).create("g");
    PendingCommit pending =
        Scene.commit(group, Scene.add(bensPackage), psk(new PreSharedKeyId.External(NAME)));
    Group bens = Scene.join(ben.with(ONE), bensPackage, pending);
    Group adas = pending.adopt(group);
    assertThat(bens.epochAuthenticator()).isEqualTo(adas.epochAuthenticator());

    PendingCommit second = Scene.commit(adas, psk(new PreSharedKeyId.External(NAME)));
    assertThat(Scene.committed(bens.receive(second.commit())).epochAuthenticator())
        .isEqualTo(second.adopt(adas).epochAuthenticator());
  }

  @Test
  void whoDoesNotKnowTheKeyIsToldWhy() {
    Group group = ada.with(ONE).create("g");
    PendingCommit pending =
        Scene.commit(group, Scene.add(bensPackage), psk(new PreSharedKeyId.External(NAME)));
    assertThat(
            Group.join(
                ben.client(),
                bensPackage,
                Scene.welcome(pending.welcome().orElseThrow()),
                Optional.empty()))
        .isEqualTo(new Joining.Refused(Refusal.UNKNOWN_PSK));
    assertThat(ben.create("h").commit(CommitRequest.of(psk(new PreSharedKeyId.External(NAME)))))
        .isEqualTo(new Committing.Refused(Refusal.UNKNOWN_PSK));
  }

  @Test
  void whoKnowsAnotherKeyUnderThatNameCannotEnterTheEpoch() {
    Group group = ada.with(ONE).create("g");
    PendingCommit added = Scene.commit(group, Scene.add(bensPackage));
    Known other = new Known(Secret.random(32), Optional.empty());
    Group bens = Scene.join(ben.with(other), bensPackage, added);
    PendingCommit pending =
        Scene.commit(added.adopt(group), psk(new PreSharedKeyId.External(NAME)));
    assertThat(bens.receive(pending.commit()))
        .isEqualTo(new Received.Refused(Refusal.BAD_CONFIRMATION_TAG));
  }

  @Test
  void anEarlierEpochOfTheSameGroupCanBeReferredTo() {
    Room room = Room.of("ada", "ben");
    room.commit("ben", CommitRequest.of());
    PreSharedKeyId.Key key =
        new PreSharedKeyId.Resumption(Usage.APPLICATION, room.server().groupId(), 1);
    room.commit("ada", CommitRequest.of(psk(key)));
    room.agree();
  }

  @Test
  void usagesOfSuccessionAreRefusedInARunningGroup() {
    Room room = Room.of("ada", "ben");
    for (Usage usage : new Usage[] {Usage.BRANCH, Usage.REINIT}) {
      PreSharedKeyId.Key key = new PreSharedKeyId.Resumption(usage, room.server().groupId(), 1);
      assertThat(room.group("ada").commit(CommitRequest.of(psk(key))))
          .isEqualTo(new Committing.Refused(Refusal.INVALID_PROPOSAL));
    }
  }

  @Test
  void aReplacedGroupTakesNothingMoreAndItsSuccessorIsWhatWasAnnounced() {
    Room room = Room.of("ada", "ben");
    Proposal.ReInit announced = reInit("successor");
    PendingCommit last = room.commit("ada", CommitRequest.of(announced));
    room.agree();
    assertThat(last.effect().reInit()).contains(announced);
    for (String name : room.names()) {
      Group closed = Scene.reloaded(room.person(name), room.group(name));
      assertThat(closed.closedBy()).contains(announced);
      assertThat(closed.send(Scene.text("more"), Bytes.EMPTY)).isEqualTo(new Sending.Closed());
      assertThat(closed.commit(CommitRequest.of()))
          .isEqualTo(new Committing.Refused(Refusal.GROUP_CLOSED));
      assertThat(closed.propose(new Proposal.Remove(0), false))
          .isEqualTo(new Proposing.Refused(Refusal.GROUP_CLOSED));
    }
    assertThat(succeed(room, "successor", Usage.REINIT)).isInstanceOf(Joining.Joined.class);
    assertThat(succeed(room, "something else", Usage.REINIT))
        .isEqualTo(new Joining.Refused(Refusal.INVALID_PROPOSAL));
  }

  @Test
  void aBranchIsJoinedByMembersOfTheTrunk() {
    Room room = Room.of("ada", "ben");
    assertThat(succeed(room, "branch", Usage.BRANCH)).isInstanceOf(Joining.Joined.class);
    assertThat(succeed(room, "branch", Usage.REINIT))
        .isEqualTo(new Joining.Refused(Refusal.INVALID_PROPOSAL));
  }

  /** Ada founds a group on the room's last epoch and adds Ben, who tries to join. */
  private Joining succeed(Room room, String groupId, Usage usage) {
    Bytes old = room.server().groupId();
    long epoch = room.server().epoch();
    Known adas = new Known(Secret.zero(32), Optional.of(room.group("ada").asPredecessor()));
    Known bens = new Known(Secret.zero(32), Optional.of(room.group("ben").asPredecessor()));
    Group founded = room.person("ada").with(adas).create(groupId);
    OwnKeyPackage own = room.person("ben").keyPackage();
    PendingCommit pending =
        Scene.commit(
            founded, Scene.add(own), psk(new PreSharedKeyId.Resumption(usage, old, epoch)));
    return Group.join(
        room.person("ben").with(bens).client(),
        own,
        Scene.welcome(pending.welcome().orElseThrow()),
        Optional.empty());
  }

  private static Proposal.ReInit reInit(String groupId) {
    return new Proposal.ReInit(Scene.text(groupId), 1, Scene.SUITE.id(), Extensions.NONE);
  }

  private static Proposal psk(PreSharedKeyId.Key key) {
    return new Proposal.PreSharedKey(
        new PreSharedKeyId(key, Bytes.wrap(Secret.random(32).array())));
  }
}
