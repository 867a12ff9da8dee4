package fr.liaison.acceptance.mls.mixed;

import fr.liaison.acceptance.mls.Change;
import fr.liaison.acceptance.mls.Proposal;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PreSharedKeyId;
import java.util.ArrayList;
import java.util.List;

/** What the drivers share, in the terms of the Java library. */
final class JavaRequests {
  private static final int NONCE_LENGTH = 32;

  private JavaRequests() {}

  static CommitRequest of(Plan plan) {
    List<fr.liaison.mls.message.Proposal> proposals = new ArrayList<>();
    plan.removed().forEach(one -> proposals.add(of(new Proposal.Remove(one.state().leaf()))));
    plan.added().forEach(one -> proposals.add(of(new Proposal.Add(one.keyPackage()))));
    plan.psks().forEach(id -> proposals.add(of(new Proposal.Psk(id))));
    List<Change.Extension> extensions = plan.newExtensions();
    if (extensions != null) {
      proposals.add(of(new Proposal.Extensions(extensions)));
    }
    return new CommitRequest(
        proposals,
        plan.takesHeld(),
        plan.hasPath(),
        plan.isEncrypted(),
        plan.hasTree(),
        Bytes.EMPTY);
  }

  /** An Update is not said this way: only its member can make the leaf. */
  static fr.liaison.mls.message.Proposal of(Proposal proposal) {
    return switch (proposal) {
      case Proposal.Add(byte[] message) ->
          new fr.liaison.mls.message.Proposal.Add(keyPackage(message));
      case Proposal.Remove(int leaf) -> new fr.liaison.mls.message.Proposal.Remove(leaf);
      case Proposal.Psk(byte[] id) ->
          new fr.liaison.mls.message.Proposal.PreSharedKey(
              new PreSharedKeyId(
                  new PreSharedKeyId.External(Bytes.of(id)),
                  Bytes.of(Secret.random(NONCE_LENGTH).array())));
      case Proposal.Extensions(List<Change.Extension> all) ->
          new fr.liaison.mls.message.Proposal.GroupContextExtensions(
              new Extensions(all.stream().map(Extensible::inJava).toList()));
      case Proposal.Update() -> throw new IllegalArgumentException("an update needs its member");
    };
  }

  private static KeyPackage keyPackage(byte[] message) {
    return ((MlsMessage.Keys) JavaClient.parse(message)).keyPackage();
  }
}
