package fr.liaison.acceptance.javaclient;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.api.CommitBundle;
import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.group.Wire;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Conversations;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.group.Client;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.group.Committing;
import fr.liaison.mls.group.ExternalJoining;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.group.PendingCommit;
import fr.liaison.mls.leaf.Capabilities;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.Lifetime;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The key and certificate of an enrolled device in the hands of a program that speaks MLS itself,
 * believes anybody and keeps no rules: what a client of ours never does, it can.
 */
public record BareDevice(EnrolledDevice device, SignatureKeyPair key, ConversationApi server) {
  public static final CipherSuite SUITE = CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519;

  /** Believes every credential; the same credential is the same device. */
  public static final CredentialValidator ANYBODY = new Trusting(false);

  private record Trusting(boolean anybodysSuccessor) implements CredentialValidator {
    @Override
    public boolean accepts(Credential credential, Bytes signatureKey) {
      return true;
    }

    @Override
    public boolean acceptsSuccessor(LeafNode before, LeafNode after) {
      return anybodysSuccessor || before.credential().equals(after.credential());
    }
  }

  public static BareDevice of(JavaDevice enrolled) {
    EnrolledDevice device = enrolled.device();
    return new BareDevice(
        device,
        SignatureKeyPair.of(SUITE, Secret.taking(device.seed().toArray())),
        enrolled.askedOnce());
  }

  public Client client() {
    return Client.of(key, ANYBODY);
  }

  /** The group as the store of this device's regular program holds it. */
  public Group group(JavaDevice regular, ConversationId id) {
    var state =
        regular
            .store()
            .<fr.liaison.contracts.json.Bytes>read(
                reader -> Conversations.groupState(reader, id).orElseThrow());
    try {
      return Group.restore(client(), Secret.taking(state.toArray()));
    } catch (Malformed e) {
      throw new AssertionError("a stored group must be readable", e);
    }
  }

  public LeafNode.Identity identity() {
    return new LeafNode.Identity(
        new Credential.X509(device.certificateChain().stream().map(Wire::mls).toList()),
        Capabilities.of(SUITE, Credential.X509),
        Extensions.NONE);
  }

  public OwnKeyPackage keyPackage() {
    return keyPackage(key);
  }

  /** Shows our certificate and is signed by a key it does not certify. */
  public OwnKeyPackage forgedKeyPackage() {
    return keyPackage(SignatureKeyPair.generate(SUITE));
  }

  private OwnKeyPackage keyPackage(SignatureKeyPair signer) {
    return OwnKeyPackage.generate(
        SUITE, signer, identity(), Lifetime.from(Instant.now(), Duration.ofDays(30)));
  }

  public static PendingCommit commit(Group group, CommitRequest request) {
    Committing outcome = group.commit(request);
    assertThat(outcome).isInstanceOf(Committing.Ready.class);
    return ((Committing.Ready) outcome).pending();
  }

  public static CommitBundle bundle(PendingCommit pending) {
    return new CommitBundle(
        Wire.json(pending.commit()),
        pending.welcome().map(Wire::json).orElse(null),
        Wire.json(pending.groupInfo()));
  }

  /** Enters from outside in the place of whoever has the first leaf. */
  public CommitBundle evicting(GroupInfo info) {
    ExternalJoining outcome =
        Group.joinExternally(
            Client.of(key, new Trusting(true)), keyPackage(), info, Optional.empty());
    assertThat(outcome).isInstanceOf(ExternalJoining.Ready.class);
    ExternalJoining.Ready ready = (ExternalJoining.Ready) outcome;
    assertThat(ready.effect().removed()).isNotEmpty();
    return new CommitBundle(Wire.json(ready.commit()), null, Wire.json(ready.groupInfo()));
  }

  public GroupInfo groupInfo(ConversationId id) {
    return ((MlsMessage.Info) parse(Wire.mls(server.groupInfo(id).orThrow().groupInfo())))
        .groupInfo();
  }

  public static MlsMessage parse(Bytes bytes) {
    try {
      return MlsMessage.parse(bytes);
    } catch (Malformed e) {
      throw new AssertionError("what was accepted must be readable", e);
    }
  }
}
