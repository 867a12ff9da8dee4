package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.HpkeCiphertext;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.Extension;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.GroupSecrets;
import fr.liaison.mls.message.Welcome;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.schedule.JoinerSecret;
import fr.liaison.mls.tree.Node;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invitations to groups that nobody should enter: refused early, whatever they would cost. */
class LargeGroupTest {
  /** Decrypting and decoding copy what came a few times; nothing may grow beyond that. */
  private static final int MOST_COPIES = 16;

  private final Scene.Person eve = Scene.person("eve");
  private final Scene.Person ben = Scene.person("ben");
  private final OwnKeyPackage bens = ben.keyPackage();

  @Test
  void aWelcomeIntoTenThousandMembersIsRefusedWithoutBeingChecked() throws Refused {
    Welcome welcome = welcome(tree(10_000));

    assertThat(refusedWithin(welcome)).isEqualTo(Refusal.TOO_MANY_MEMBERS);
  }

  @Test
  void aTreeOfTenMillionBlankNodesCostsNoMoreThanItsBytes() throws Refused {
    byte[] blanks = new TlsWriter().opaque(new byte[10_000_000]).toArray();

    assertThat(refusedWithin(welcome(Bytes.wrap(blanks)))).isEqualTo(Refusal.TOO_MANY_MEMBERS);
  }

  @Test
  void aWelcomeThatInvitesTenThousandIsRefusedUnopened() throws Refused {
    Welcome genuine = welcome(tree(2));
    Welcome crowded =
        new Welcome(
            genuine.cipherSuite(),
            Collections.nCopies(10_000, genuine.secrets().getFirst()),
            genuine.encryptedGroupInfo());

    assertThat(refusedWithin(crowded)).isEqualTo(Refusal.TOO_MANY_MEMBERS);
  }

  @Test
  void nobodyEntersOrOpensAGroupOfTenThousandFromOutside() {
    GroupInfo info = info(tree(10_000));

    assertThat(Group.joinExternally(ben.client(), bens, info, Optional.empty()))
        .isEqualTo(new ExternalJoining.Refused(Refusal.TOO_MANY_MEMBERS));
    assertThat(PublicGroup.open(info, Optional.empty(), Scene.ANYBODY))
        .isEqualTo(new Opening.Refused(Refusal.TOO_MANY_MEMBERS));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aGroupAsLargeAsTheSettingsAllowIsEnteredAndOneMoreIsNot(int most) {
    Room room = Room.of("ada", "bob", "cleo");
    PendingCommit adding = Scene.commit(room.group("ada"), Scene.add(bens));
    GroupConfig standard = GroupConfig.DEFAULT;
    GroupConfig narrow =
        new GroupConfig(
            standard.limits(),
            standard.pastEpochs(),
            standard.padding(),
            standard.longestLifetime(),
            most);

    Joining outcome =
        Group.join(
            ben.client().with(narrow),
            bens,
            Scene.welcome(adding.welcome().orElseThrow()),
            Optional.empty());

    if (most < 4) {
      assertThat(outcome).isEqualTo(new Joining.Refused(Refusal.TOO_MANY_MEMBERS));
    } else {
      assertThat(outcome).isInstanceOf(Joining.Joined.class);
    }
  }

  /** The refusal, and that it was found with a small multiple of the memory that was sent. */
  private Refusal refusedWithin(Welcome welcome) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Joining outcome = Group.join(ben.client(), bens, welcome, Optional.empty());
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(outcome).isInstanceOf(Joining.Refused.class);
    assertThat(allocated).isLessThan(5_000_000 + MOST_COPIES * (long) welcome.encoded().length());
    return ((Joining.Refused) outcome).refusal();
  }

  /** A tree with as many leaves, all the same one: no signature in it has to hold. */
  private Bytes tree(int members) {
    Node leaf = new Node.Leaf(eve.keyPackage().keyPackage().leafNode());
    List<Integer> nodes = IntStream.range(0, 2 * members - 1).boxed().toList();
    return new TlsWriter()
        .vector(nodes, (out, node) -> out.optional(node % 2 == 0 ? leaf : null))
        .bytes();
  }

  private GroupInfo info(Bytes tree) {
    Group group = eve.create("crowd");
    return GroupInfo.signed(
        Scene.SUITE,
        eve.key(),
        group.context(),
        Extensions.of(new Extension(ExtensionType.RATCHET_TREE, tree)),
        Bytes.wrap(new byte[32]),
        0);
  }

  /** Made for Ben's key package, as an insider can make it. */
  private Welcome welcome(Bytes tree) throws Refused {
    JoinerSecret joiner = JoinerSecret.received(Scene.SUITE, Secret.random(32), Secret.zero(32));
    Bytes sealed =
        Bytes.wrap(Welcoming.sealInfo(Scene.SUITE, joiner.welcome(), info(tree).encoded()));
    HpkeCiphertext secrets =
        Scene.SUITE.encryptWithLabel(
            bens.keyPackage().initKey(),
            Welcoming.LABEL,
            sealed,
            new GroupSecrets(joiner.joiner(), null, List.of()).encoded());
    return new Welcome(
        Scene.SUITE.id(),
        List.of(new Welcome.Invitation(bens.keyPackage().reference(Scene.SUITE), secrets)),
        sealed);
  }
}
