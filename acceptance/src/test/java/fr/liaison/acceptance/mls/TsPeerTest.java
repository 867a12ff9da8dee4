package fr.liaison.acceptance.mls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.acceptance.mls.TsClient.Committed;
import fr.liaison.acceptance.mls.TsClient.Kind;
import fr.liaison.acceptance.mls.TsClient.Processed;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver of the web client's MLS library, by itself. */
class TsPeerTest {
  private static final byte[] GROUP = "group".getBytes(UTF_8);

  private final TsPeer peer = TsPeer.start();

  @AfterEach
  void end() {
    peer.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void twoClientsTalk(int suite) {
    TsClient ada = client("ada", suite);
    TsClient ben = client("ben", suite);
    welcome(ada, ben);

    byte[] message = ada.encrypt(GROUP, "hello".getBytes(UTF_8), "aad".getBytes(UTF_8));
    Processed read = ben.process(GROUP, message);

    assertThat(read.kind()).isEqualTo(Kind.APPLICATION);
    assertThat(read.data()).hasValue("hello".getBytes(UTF_8));
    assertThat(read.aad()).isEqualTo("aad".getBytes(UTF_8));
    assertThat(read.sender()).hasValue(0);
    assertThat(ben.export(GROUP, "label", new byte[4], 16))
        .isEqualTo(ada.export(GROUP, "label", new byte[4], 16));
  }

  @Test
  void everyOperationIsUnderstood() {
    TsClient ada = client("ada", 1);
    TsClient ben = client("ben", 1);
    TsClient eve = client("eve", 1);
    welcome(ada, ben);
    byte[] psk = "psk".getBytes(UTF_8);
    for (TsClient client : List.of(ada, ben, eve)) {
      client.psk(psk, new byte[32]);
    }

    ada.process(GROUP, ben.propose(GROUP, new Proposal.Update(), true));
    ada.process(GROUP, ben.propose(GROUP, new Proposal.Add(eve.keyPackage()), false));
    ada.process(GROUP, ben.propose(GROUP, new Proposal.Psk(psk), false));
    Committed all = ada.commit(GROUP, Change.none().byReference().inPrivate().welcomeWithoutTree());
    ben.process(GROUP, all.commit());
    ada.accept(GROUP);
    assertThat(eve.join(all.welcome().orElseThrow(), ada.tree(GROUP))).isEqualTo(GROUP);
    agree(ada, ben, eve);

    Committed gone = eve.joinExternal(ada.groupInfo(GROUP), true);
    ada.process(GROUP, gone.commit());
    ben.process(GROUP, gone.commit());
    eve.accept(GROUP);
    agree(ada, ben, eve);

    ada.commit(GROUP, Change.none());
    ada.drop(GROUP);
    List<Change.Extension> noSenders = List.of(new Change.Extension(5, new byte[] {0}));
    ada.process(GROUP, eve.propose(GROUP, new Proposal.Extensions(noSenders), false));
    ada.process(GROUP, eve.propose(GROUP, new Proposal.Remove(ben.state(GROUP).leaf()), false));
    Committed last = ada.commit(GROUP, Change.none().byReference().aad(new byte[] {1}));
    assertThat(eve.process(GROUP, last.commit()).aad()).containsExactly(1);
    ada.accept(GROUP);
    agree(ada, eve);
    assertThat(ada.state(GROUP).members()).hasSize(2);
  }

  @Test
  void theRemovedClientIsToldSo() {
    TsClient ada = client("ada", 1);
    TsClient ben = client("ben", 1);
    welcome(ada, ben);

    Committed removal = ada.commit(GROUP, Change.none().remove(1));

    assertThat(ben.process(GROUP, removal.commit()).kind()).isEqualTo(Kind.REMOVED);
    assertThatThrownBy(() -> ben.state(GROUP)).isInstanceOf(TsRefusal.class);
  }

  @Test
  void aRefusalSaysWhatTheLibraryMinded() {
    TsClient ada = client("ada", 1);

    assertThatThrownBy(() -> ada.join(new byte[] {1, 2, 3}))
        .isInstanceOf(TsRefusal.class)
        .hasMessageContaining("join");
  }

  private TsClient client(String name, int suite) {
    return peer.client(name, suite, name.getBytes(UTF_8));
  }

  private static void welcome(TsClient founder, TsClient other) {
    founder.create(GROUP, List.of());
    Committed added = founder.commit(GROUP, Change.none().add(other.keyPackage()));
    founder.accept(GROUP);
    other.join(added.welcome().orElseThrow());
    agree(founder, other);
  }

  private static void agree(TsClient... members) {
    byte[] expected = members[0].state(GROUP).authenticator();
    for (TsClient member : members) {
      assertThat(member.state(GROUP).authenticator()).isEqualTo(expected);
    }
  }
}
