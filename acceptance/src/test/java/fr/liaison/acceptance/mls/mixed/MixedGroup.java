package fr.liaison.acceptance.mls.mixed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.mls.Proposal;
import fr.liaison.acceptance.mls.TsClient.Committed;
import fr.liaison.acceptance.mls.TsClient.Kind;
import fr.liaison.acceptance.mls.TsClient.Processed;
import fr.liaison.acceptance.mls.TsClient.State;
import fr.liaison.acceptance.mls.TsPeer;
import fr.liaison.mls.crypto.CipherSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One group and everybody in it. What somebody sends is processed by all others at once, and after
 * each commit all members, and the server if it can follow, must see the same epoch; those who were
 * removed must no longer get anything out of it. Any difference is an {@link AssertionError}.
 */
final class MixedGroup {
  private static final int REMEMBERED = 3;

  private final TsPeer peer;
  private final CipherSuite suite;
  private final byte[] id = UUID.randomUUID().toString().getBytes(UTF_8);
  private final Server server;
  private final boolean followed;
  private final List<Member> members = new ArrayList<>();
  private final Map<Member, Long> since = new HashMap<>();
  private final List<Member> outsiders = new ArrayList<>();
  private final List<Member> proposedToJoin = new ArrayList<>();
  private final List<Member> proposedToLeave = new ArrayList<>();
  private final Map<byte[], byte[]> psks = new LinkedHashMap<>();
  private long deliveries;

  private MixedGroup(TsPeer peer, CipherSuite suite, boolean followed) {
    this.peer = peer;
    this.suite = suite;
    this.server = new Server(suite);
    this.followed = followed;
  }

  /** A group of one. If the server follows, all handshakes must be public. */
  static MixedGroup founded(TsPeer peer, CipherSuite suite, Library founder, boolean followed) {
    MixedGroup group = new MixedGroup(peer, suite, followed);
    Member first = group.newcomer(founder);
    first.create(group.id, group.server.sender());
    group.members.add(first);
    group.server.open(first.groupInfo());
    group.agree();
    return group;
  }

  /** Somebody who is not a member yet. */
  Member newcomer(Library library) {
    String name = library + "-" + UUID.randomUUID();
    Member made =
        switch (library) {
          case JAVA -> new JavaMember(suite, name);
          case TS -> new TsMember(name, id, peer.client(name, suite.id(), name.getBytes(UTF_8)));
        };
    psks.forEach(made::know);
    return made;
  }

  List<Member> members() {
    return List.copyOf(members);
  }

  /** The epoch in which a member came, or came back. */
  long sinceOf(Member member) {
    return since.getOrDefault(member, 0L);
  }

  /** Up to date when it does not follow, too. */
  Server server() {
    if (!followed) {
      server.open(members.getFirst().groupInfo());
    }
    return server;
  }

  boolean isFollowed() {
    return followed;
  }

  long deliveries() {
    return deliveries;
  }

  /** An external PSK that all members and newcomers know. */
  void share(byte[] psk, byte[] secret) {
    psks.put(psk, secret);
    members.forEach(member -> member.know(psk, secret));
    proposedToJoin.forEach(newcomer -> newcomer.know(psk, secret));
  }

  void propose(Member by, Proposal proposal, boolean encrypted) {
    int leaf = by.state().leaf();
    byte[] message = by.propose(proposal, encrypted);
    proposed(message, Optional.of(by), OptionalInt.of(leaf));
  }

  void proposeToAdd(Member by, Member newcomer, boolean encrypted) {
    propose(by, new Proposal.Add(newcomer.keyPackage()), encrypted);
    proposedToJoin.add(newcomer);
  }

  void proposeToRemove(Member by, Member leaving, boolean encrypted) {
    propose(by, new Proposal.Remove(leaving.state().leaf()), encrypted);
    proposedToLeave.add(leaving);
  }

  void serverProposesToRemove(Member leaving) {
    Proposal remove = new Proposal.Remove(leaving.state().leaf());
    proposed(server().propose(remove), Optional.empty(), OptionalInt.empty());
    proposedToLeave.add(leaving);
  }

  void serverProposesToAdd(Member newcomer) {
    Proposal add = new Proposal.Add(newcomer.keyPackage());
    proposed(server().propose(add), Optional.empty(), OptionalInt.empty());
    proposedToJoin.add(newcomer);
  }

  /** From outside, by a new member proposal, which ts-mls has no request for. */
  void askToJoin(JavaMember newcomer) {
    proposed(newcomer.askToJoin(server().context()), Optional.empty(), OptionalInt.empty());
    proposedToJoin.add(newcomer);
  }

  private void proposed(byte[] message, Optional<Member> by, OptionalInt sender) {
    if (followed) {
      server.follow(message);
    }
    for (Member member : members) {
      if (by.filter(member::equals).isEmpty()) {
        Processed seen = deliver(member, message);
        assertThat(seen.kind()).isEqualTo(Kind.PROPOSAL);
        assertThat(seen.sender()).isEqualTo(sender);
      }
    }
  }

  void commit(Member by, Plan plan) {
    settle(by, by.commit(plan), plan);
  }

  /** Both commit in the same epoch, and the winner's commit is the one that counts. */
  void race(Member winner, Plan counts, Member loser, Plan lost) {
    Committed dropped = loser.commit(lost);
    Committed made = winner.commit(counts);
    loser.drop();
    settle(winner, made, counts);
    assertThat(winner.understands(dropped.commit())).isFalse();
  }

  private void settle(Member by, Committed made, Plan plan) {
    OptionalInt leaf = OptionalInt.of(by.state().leaf());
    List<Member> leaving = new ArrayList<>(plan.removed());
    List<Member> joining =
        new ArrayList<>(plan.added().stream().map(Plan.Invitation::newcomer).toList());
    if (plan.takesHeld()) {
      leaving.addAll(proposedToLeave);
      leaving.remove(by);
      joining.addAll(proposedToJoin);
    }
    enter(by, made, leaf, leaving);
    by.accept();
    for (Member newcomer : joining) {
      Optional<byte[]> tree = plan.hasTree() ? Optional.empty() : Optional.of(by.tree());
      newcomer.join(made.welcome().orElseThrow(), tree);
      deliveries++;
      members.add(newcomer);
      since.put(newcomer, newcomer.state().epoch());
    }
    closeEpoch(made);
  }

  /** Joins by a GroupInfo; one who is a member has lost everything and comes back so. */
  void joinExternally(Member joiner, byte[] groupInfo) {
    boolean resync = members.contains(joiner);
    Committed made = joiner.joinExternally(groupInfo, resync);
    enter(joiner, made, OptionalInt.empty(), List.of());
    joiner.accept();
    since.put(joiner, joiner.state().epoch());
    if (!resync) {
      members.add(joiner);
    }
    closeEpoch(made);
  }

  private void enter(Member by, Committed made, OptionalInt sender, List<Member> leaving) {
    if (followed) {
      server.follow(made.commit(), made.groupInfo());
    }
    for (Member member : members) {
      if (member != by) {
        Processed seen = deliver(member, made.commit());
        assertThat(seen.kind()).isEqualTo(leaving.contains(member) ? Kind.REMOVED : Kind.COMMIT);
        assertThat(seen.sender()).isEqualTo(sender);
      }
    }
    members.removeAll(leaving);
    outsiders.addAll(leaving.stream().distinct().toList());
  }

  private void closeEpoch(Committed made) {
    proposedToJoin.clear();
    proposedToLeave.clear();
    agree();
    if (outsiders.isEmpty()) {
      return;
    }
    Member speaker = members.getLast();
    byte[] secret = speaker.send(id, new byte[0]);
    members.stream().filter(one -> one != speaker).forEach(one -> deliver(one, secret));
    for (Member outsider : outsiders) {
      assertThat(outsider.understands(secret)).isFalse();
    }
    while (outsiders.size() > REMEMBERED) {
      outsiders.removeFirst();
    }
  }

  Processed deliver(Member member, byte[] message) {
    deliveries++;
    return member.process(message);
  }

  void deliver(Mail mail, Member reader) {
    deliveries++;
    mail.deliver(reader);
  }

  private void agree() {
    State first = members.getFirst().state();
    Roster.compare(members, first);
    assertThat(first.members()).hasSameSizeAs(members);
    server().compare(first);
  }
}
