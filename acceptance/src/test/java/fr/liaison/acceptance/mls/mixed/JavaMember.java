package fr.liaison.acceptance.mls.mixed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.mls.Proposal;
import fr.liaison.acceptance.mls.TsClient.Committed;
import fr.liaison.acceptance.mls.TsClient.ExternalSender;
import fr.liaison.acceptance.mls.TsClient.Processed;
import fr.liaison.acceptance.mls.TsClient.State;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.group.Committing;
import fr.liaison.mls.group.ExternalJoining;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.Joining;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.group.PendingCommit;
import fr.liaison.mls.group.Proposing;
import fr.liaison.mls.group.Received;
import fr.liaison.mls.group.Sending;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Welcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A member on the Java library: its state is bytes, and every former state is wiped. */
final class JavaMember implements Member {
  private final String name;
  private final JavaClient own;
  private final List<OwnKeyPackage> keyPackages = new ArrayList<>();
  private @Nullable Secret stored;

  /** From the group as it is to the next epoch. */
  private @Nullable UnaryOperator<@Nullable Group> pending;

  JavaMember(CipherSuite suite, String name) {
    this.name = name;
    this.own = new JavaClient(suite, name);
  }

  @Override
  public Library library() {
    return Library.JAVA;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] keyPackage() {
    OwnKeyPackage made = own.keyPackage();
    keyPackages.add(made);
    return made.message().toArray();
  }

  @Override
  public void create(byte[] id, ExternalSender server) {
    Extensions extensions =
        new Extensions(List.of(Extensible.inJava(Extensible.senders(List.of(server)))));
    store(Group.create(own.client(), Bytes.of(id), own.keyPackage(), extensions));
  }

  @Override
  public Committed commit(Plan plan) {
    Group before = group();
    if (!(before.commit(JavaRequests.of(plan)) instanceof Committing.Ready(PendingCommit made))) {
      throw new AssertionError(name + " cannot commit");
    }
    pending = current -> made.adopt(requireNonNull(current));
    store(before, made.meanwhile());
    return new Committed(
        made.commit().toArray(), made.welcome().map(Bytes::toArray), made.groupInfo().toArray());
  }

  @Override
  public Committed joinExternally(byte[] groupInfo, boolean resync) {
    GroupInfo info = ((MlsMessage.Info) JavaClient.parse(groupInfo)).groupInfo();
    ExternalJoining outcome =
        Group.joinExternally(own.client(), own.keyPackage(), info, Optional.empty());
    assertThat(outcome).isInstanceOf(ExternalJoining.Ready.class);
    ExternalJoining.Ready ready = (ExternalJoining.Ready) outcome;
    assertThat(ready.effect().removed()).hasSize(resync ? 1 : 0);
    stored = null;
    pending = nothing -> ready.group();
    return new Committed(ready.commit().toArray(), Optional.empty(), ready.groupInfo().toArray());
  }

  @Override
  public void accept() {
    Group before = stored == null ? null : group();
    Group next = requireNonNull(pending).apply(before);
    pending = null;
    if (before == null) {
      store(next);
    } else {
      store(before, next);
    }
  }

  @Override
  public void drop() {
    pending = null;
  }

  @Override
  public byte[] propose(Proposal proposal, boolean encrypted) {
    Group before = group();
    Proposing outcome =
        proposal instanceof Proposal.Update
            ? before.proposeUpdate(own.identity(), encrypted)
            : before.propose(JavaRequests.of(proposal), encrypted);
    assertThat(outcome).isInstanceOf(Proposing.Ready.class);
    Proposing.Ready ready = (Proposing.Ready) outcome;
    store(before, ready.next());
    return ready.message().toArray();
  }

  /** A proposal to add us, for the members of this epoch. */
  byte[] askToJoin(GroupContext context) {
    OwnKeyPackage made = own.keyPackage();
    keyPackages.add(made);
    return Group.proposeToJoin(own.client(), context, made.keyPackage()).toArray();
  }

  @Override
  public void join(byte[] welcome, Optional<byte[]> tree) {
    Welcome read = ((MlsMessage.Welcoming) JavaClient.parse(welcome)).welcome();
    Optional<Bytes> beside = tree.map(Bytes::of);
    List<Joining> outcomes =
        keyPackages.stream().map(one -> Group.join(own.client(), one, read, beside)).toList();
    assertThat(outcomes).hasAtLeastOneElementOfType(Joining.Joined.class);
    for (Joining outcome : outcomes) {
      if (outcome instanceof Joining.Joined(Group joined)) {
        store(joined);
      }
    }
  }

  @Override
  public Processed process(byte[] message) {
    Group before = group();
    Received outcome = before.receive(Bytes.of(message));
    JavaOutcomes.next(outcome).ifPresent(next -> store(before, next));
    return JavaOutcomes.processed(name, outcome);
  }

  @Override
  public boolean understands(byte[] message) {
    return !(group().receive(Bytes.of(message)) instanceof Received.Refused);
  }

  @Override
  public byte[] send(byte[] data, byte[] aad) {
    Group before = group();
    if (!(before.send(Bytes.of(data), Bytes.of(aad))
        instanceof Sending.Sealed(Bytes message, Group next))) {
      throw new AssertionError(name + " cannot send");
    }
    store(before, next);
    return message.toArray();
  }

  @Override
  public void know(byte[] psk, byte[] secret) {
    own.know(psk, secret);
  }

  @Override
  public State state() {
    Group now = group();
    return new State(
        now.epoch(),
        now.epochAuthenticator().toArray(),
        now.ownLeaf(),
        now.context().treeHash().toArray(),
        Roster.of(now.members()));
  }

  @Override
  public byte[] export(String label, byte[] context, int length) {
    return group().export(label, Bytes.of(context), length).array();
  }

  @Override
  public byte[] groupInfo() {
    return group().groupInfo(true).toArray();
  }

  @Override
  public byte[] tree() {
    return group().tree().toArray();
  }

  private Group group() {
    try {
      return Group.restore(own.client(), requireNonNull(stored));
    } catch (Malformed e) {
      throw new AssertionError("a state must read what it wrote", e);
    }
  }

  private void store(Group next) {
    stored = next.serialized();
  }

  private void store(Group before, Group next) {
    before.retire(next);
    store(next);
  }

  @Override
  public String toString() {
    return name;
  }
}
