package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.schedule.EpochSecrets;
import fr.liaison.mls.schedule.SecretTree;
import fr.liaison.mls.tree.PrivatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One epoch of one group as one member holds it: the public part, the secrets, and what is kept of
 * former epochs.
 *
 * @param ownUpdates the private keys of Update proposals we sent in this epoch
 * @param past newest first
 * @param closedBy the ReInit that ended the group, if one did
 */
record GroupState(
    PublicState open,
    EpochSecrets secrets,
    SecretTree keys,
    PrivatePath privatePath,
    List<HpkeKeyPair> ownUpdates,
    List<PastEpoch> past,
    Optional<Proposal.ReInit> closedBy) {
  private static final int VERSION = 1;

  GroupState {
    ownUpdates = List.copyOf(ownUpdates);
    past = List.copyOf(past);
  }

  /** The first state of an epoch. */
  static GroupState entering(
      PublicState open,
      EpochSecrets secrets,
      PrivatePath privatePath,
      List<PastEpoch> past,
      Optional<Proposal.ReInit> closedBy) {
    SecretTree keys = SecretTree.of(open.suite(), open.tree().leafCount(), secrets.encryption());
    return new GroupState(
        open, secrets.withoutEncryption(), keys, privatePath, List.of(), past, closedBy);
  }

  CipherSuite suite() {
    return open.suite();
  }

  LeafNode ownLeaf() {
    return Objects.requireNonNull(
        open.tree().leaf(privatePath.leaf()), "a member stands in its tree");
  }

  GroupState with(PublicState newer) {
    return new GroupState(newer, secrets, keys, privatePath, ownUpdates, past, closedBy);
  }

  GroupState with(SecretTree newer) {
    return new GroupState(open, secrets, newer, privatePath, ownUpdates, past, closedBy);
  }

  GroupState withOwnUpdate(HpkeKeyPair pair) {
    List<HpkeKeyPair> all = new ArrayList<>(ownUpdates);
    all.add(pair);
    return new GroupState(open, secrets, keys, privatePath, all, past, closedBy);
  }

  GroupState withPast(List<PastEpoch> newer) {
    return new GroupState(open, secrets, keys, privatePath, ownUpdates, newer, closedBy);
  }

  /** The former epochs as the next state has them: this one first, the oldest dropped. */
  List<PastEpoch> pastOfNext(int keep) {
    List<PastEpoch> next = new ArrayList<>();
    next.add(PastEpoch.of(this));
    next.addAll(past);
    return List.copyOf(next.subList(0, Math.min(keep, next.size())));
  }

  Optional<PastEpoch> past(Bytes groupId, long epoch) {
    return past.stream().filter(one -> one.is(groupId, epoch)).findFirst();
  }

  /** Shows every secret. */
  void secrets(Consumer<Secret> seen) {
    secrets.secrets(seen);
    keys.secrets(seen);
    privatePath.secrets(seen);
    ownUpdates.forEach(pair -> seen.accept(pair.privateKey()));
    past.forEach(one -> one.secrets(seen));
  }

  Secret serialized() {
    TlsWriter out = new TlsWriter().uint8(VERSION).value(open);
    secrets.write(out);
    keys.write(out);
    privatePath.write(out);
    out.vector(ownUpdates, (inner, pair) -> pair.write(inner))
        .vector(past, (inner, one) -> one.write(inner, open.tree()))
        .optional(closedBy.orElse(null));
    Secret serialized = Secret.taking(out.toArray());
    out.wipe();
    return serialized;
  }

  static GroupState restore(Secret serialized) throws Malformed {
    return TlsReader.whole(serialized.array(), GroupState::read);
  }

  private static GroupState read(TlsReader in) throws Malformed {
    if (in.uint8() != VERSION) {
      throw in.fault(Malformed.Fault.STATE_FORMAT, 1);
    }
    PublicState open = PublicState.read(in);
    GroupState state = readSecrets(open, in);
    boolean fits =
        open.tree().leaf(state.privatePath.leaf()) != null
            && state.keys.leafCount() == open.tree().leafCount();
    if (!fits) {
      throw in.fault(Malformed.Fault.STATE_FORMAT, 1);
    }
    return state;
  }

  private static GroupState readSecrets(PublicState open, TlsReader in) throws Malformed {
    return new GroupState(
        open,
        EpochSecrets.read(in),
        SecretTree.read(open.suite(), in),
        PrivatePath.read(in),
        in.vector(HpkeKeyPair::read),
        in.vector(one -> PastEpoch.read(open.suite(), open.tree(), one)),
        Optional.ofNullable(in.optional(GroupState::readReInit)));
  }

  private static Proposal.ReInit readReInit(TlsReader in) throws Malformed {
    if (Proposal.read(in) instanceof Proposal.ReInit reInit) {
      return reInit;
    }
    throw in.fault(Malformed.Fault.STATE_FORMAT, 1);
  }
}
