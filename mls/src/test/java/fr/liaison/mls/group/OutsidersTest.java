package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.refusal.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ways in and words from outside: external commits, external senders, new members' proposals. */
class OutsidersTest {
  private static final SignatureKeyPair SERVER = SignatureKeyPair.generate(Scene.SUITE);
  private static final ExternalSender SENDER =
      new ExternalSender(SERVER.publicKey(), new Credential.Basic(Scene.text("server")));

  @ParameterizedTest
  @EnumSource(CipherSuite.class)
  void somebodyJoinsWithoutBeingInvited(CipherSuite suite) {
    Room room = Room.of(suite, "ada", "ben");
    enter(room, "cleo", Optional.empty());
    room.say("cleo", "here I am");
    room.commit("ben", CommitRequest.of());
    room.agree();
  }

  @Test
  void anExternalJoinerMayTakeTheTreeFromTheServer() {
    Room room = Room.of("ada", "ben");
    Scene.Person cleo = room.person("cleo");
    ExternalJoining joining =
        Group.joinExternally(
            cleo.client(),
            cleo.keyPackage(),
            Scene.groupInfo(room.group("ada").groupInfo(false)),
            Optional.of(room.server().tree()));
    room.enter("cleo", (ExternalJoining.Ready) joining);
    room.say("ada", "welcome");
  }

  @Test
  void aDeviceThatLostItsStateComesBackInPlaceOfItsOldLeaf() {
    Room room = Room.of("ada", "ben", "cleo");
    int old = room.leafOf("ben");
    ExternalJoining.Ready ready = enter(room, "ben", Optional.empty());
    assertThat(ready.effect().external()).isTrue();
    assertThat(ready.effect().removed()).containsOnlyKeys(old);
    assertThat(ready.effect().added()).containsOnlyKeys(room.leafOf("ben"));
    assertThat(room.server().members()).hasSize(3);
    room.say("ben", "back again");
  }

  @Test
  void theLastMemberCanReplaceItself() {
    Room room = Room.of("ada");
    enter(room, "ada", Optional.empty());
    assertThat(room.server().members()).hasSize(1);
  }

  @Test
  void aGroupInfoWithoutAnExternalKeyLetsNobodyIn() {
    Room room = Room.of("ada", "ben");
    Scene.Person cleo = Scene.person("cleo");
    var state = room.group("ada").state();
    var info =
        fr.liaison.mls.message.GroupInfo.signed(
            Scene.SUITE,
            room.person("ada").key(),
            state.open().context(),
            fr.liaison.mls.leaf.Extensions.NONE,
            state.open().confirmationTag(),
            0);
    assertThat(
            Group.joinExternally(
                cleo.client(), cleo.keyPackage(), info, Optional.of(room.server().tree())))
        .isEqualTo(new ExternalJoining.Refused(Refusal.GROUP_INFO_MISMATCH));
  }

  @Test
  void theServersRemovalIsHeldUntilAMemberCommitsIt() {
    Room room = Room.watchedBy(SENDER, "ada", "ben", "cleo");
    room.hand(room.server().propose(SERVER, new Proposal.Remove(room.leafOf("cleo"))));
    assertThat(room.group("ada").send(Scene.text("too early"), Bytes.EMPTY))
        .isEqualTo(new Sending.CommitFirst(room.group("ada").proposals()));
    assertThat(room.group("ben").proposals()).hasSize(1);
    room.commit("ben", CommitRequest.of());
    room.agree();
    assertThat(room.names()).containsExactly("ada", "ben");
    room.say("ada", "now");
  }

  @Test
  void theServerMayProposeAnAdditionToo() {
    Room room = Room.watchedBy(SENDER, "ada", "ben");
    OwnKeyPackage dora = room.person("dora").keyPackage();
    room.hand(room.server().propose(SERVER, Scene.add(dora)));
    PendingCommit pending = room.commit("ada", CommitRequest.of());
    room.put("dora", Scene.join(room.person("dora"), dora, pending));
    room.agree();
  }

  @Test
  void theServerMustProposeAgainWhenAnotherCommitCameFirst() {
    Room room = Room.watchedBy(SENDER, "ada", "ben", "cleo");
    Bytes stale = room.server().propose(SERVER, new Proposal.Remove(room.leafOf("cleo")));
    enter(room, "dora", Optional.empty());
    assertThat(room.group("ada").receive(stale))
        .isEqualTo(new Received.Refused(Refusal.STALE_EPOCH));
    room.hand(room.server().propose(SERVER, new Proposal.Remove(room.leafOf("cleo"))));
    room.commit("dora", CommitRequest.of());
    room.agree();
    assertThat(room.names()).doesNotContain("cleo");
  }

  @Test
  void theRemovedCannotCommitItsOwnRemovalAway() {
    Room room = Room.watchedBy(SENDER, "ada", "ben", "cleo");
    room.hand(room.server().propose(SERVER, new Proposal.Remove(room.leafOf("cleo"))));
    // What cleo may do is commit without it: the server must refuse, the group cannot know.
    PendingCommit own = Scene.commit(room.group("cleo"));
    assertThat(own.effect().removed()).isEmpty();
  }

  @Test
  void onlyAListedKeySpeaksForTheServer() {
    Room room = Room.watchedBy(SENDER, "ada", "ben");
    assertThatThrownBy(
            () ->
                room.server()
                    .propose(SignatureKeyPair.generate(Scene.SUITE), new Proposal.Remove(1)))
        .isInstanceOf(IllegalArgumentException.class);
    Room other = Room.of("ada", "ben");
    assertThat(other.server().externalSender(SERVER.publicKey())).isEmpty();
    assertThat(room.server().externalSender(SERVER.publicKey())).hasValue(0);
  }

  @Test
  void somebodyAsksToBeAddedAndAMemberDoesIt() {
    Room room = Room.of("ada", "ben");
    OwnKeyPackage cleo = room.person("cleo").keyPackage();
    room.hand(
        Group.proposeToJoin(
            room.person("cleo").client(), room.server().context(), cleo.keyPackage()));
    PendingCommit pending = room.commit("ben", CommitRequest.of());
    room.put("cleo", Scene.join(room.person("cleo"), cleo, pending));
    room.agree();
    room.say("cleo", "thank you");
  }

  private static ExternalJoining.Ready enter(Room room, String name, Optional<Bytes> tree) {
    Scene.Person person = room.person(name);
    Group any = room.group(room.names().getFirst());
    ExternalJoining joining =
        Group.joinExternally(
            person.client(), person.keyPackage(), Scene.groupInfo(any.groupInfo(true)), tree);
    assertThat(joining).isInstanceOf(ExternalJoining.Ready.class);
    room.enter(name, (ExternalJoining.Ready) joining);
    return (ExternalJoining.Ready) joining;
  }
}
