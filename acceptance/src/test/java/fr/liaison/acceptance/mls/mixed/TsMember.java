package fr.liaison.acceptance.mls.mixed;

import fr.liaison.acceptance.mls.Change;
import fr.liaison.acceptance.mls.Proposal;
import fr.liaison.acceptance.mls.TsClient;
import fr.liaison.acceptance.mls.TsClient.Committed;
import fr.liaison.acceptance.mls.TsClient.ExternalSender;
import fr.liaison.acceptance.mls.TsClient.Processed;
import fr.liaison.acceptance.mls.TsClient.State;
import fr.liaison.acceptance.mls.TsRefusal;
import java.util.List;
import java.util.Optional;

/** A member on the web client's library. */
record TsMember(String name, byte[] group, TsClient client) implements Member {
  @Override
  public Library library() {
    return Library.TS;
  }

  @Override
  public byte[] keyPackage() {
    return client.keyPackage();
  }

  @Override
  public void create(byte[] id, ExternalSender server) {
    client.create(id, List.of(server));
  }

  @Override
  public Committed commit(Plan plan) {
    Change change = Change.none();
    plan.added().forEach(one -> change.add(one.keyPackage()));
    plan.removed().forEach(one -> change.remove(one.state().leaf()));
    plan.psks().forEach(change::psk);
    List<Change.Extension> extensions = plan.newExtensions();
    if (extensions != null) {
      change.extensions(extensions);
    }
    if (plan.takesHeld()) {
      change.byReference();
    }
    if (plan.isEncrypted()) {
      change.inPrivate();
    }
    if (!plan.hasPath()) {
      change.withoutPath();
    }
    if (!plan.hasTree()) {
      change.welcomeWithoutTree();
    }
    return client.commit(group, change);
  }

  @Override
  public Committed joinExternally(byte[] groupInfo, boolean resync) {
    return client.joinExternal(groupInfo, resync);
  }

  @Override
  public void accept() {
    client.accept(group);
  }

  @Override
  public void drop() {
    client.drop(group);
  }

  @Override
  public byte[] propose(Proposal proposal, boolean encrypted) {
    return client.propose(group, proposal, encrypted);
  }

  @Override
  public void join(byte[] welcome, Optional<byte[]> tree) {
    tree.ifPresentOrElse(beside -> client.join(welcome, beside), () -> client.join(welcome));
  }

  @Override
  public Processed process(byte[] message) {
    return client.process(group, message);
  }

  @Override
  public boolean understands(byte[] message) {
    try {
      client.process(group, message);
      return true;
    } catch (TsRefusal expected) {
      return false;
    }
  }

  @Override
  public byte[] send(byte[] data, byte[] aad) {
    return client.encrypt(group, data, aad);
  }

  @Override
  public void know(byte[] psk, byte[] secret) {
    client.psk(psk, secret);
  }

  @Override
  public State state() {
    return client.state(group);
  }

  @Override
  public byte[] export(String label, byte[] context, int length) {
    return client.export(group, label, context, length);
  }

  @Override
  public byte[] groupInfo() {
    return client.groupInfo(group);
  }

  @Override
  public byte[] tree() {
    return client.tree(group);
  }

  @Override
  public String toString() {
    return name;
  }
}
