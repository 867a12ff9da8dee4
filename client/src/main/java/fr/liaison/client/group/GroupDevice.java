package fr.liaison.client.group;

import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.device.RenewCertificate;
import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.group.Client;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.GroupConfig;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.group.PreSharedKeys;
import fr.liaison.mls.leaf.Capabilities;
import fr.liaison.mls.leaf.CertifiedDevice;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.Extension;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.Lifetime;
import fr.liaison.mls.leaf.X509Credentials;
import fr.liaison.mls.refusal.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An enrolled device as MLS sees it: its key, its certificate, and whom it believes. Trust is the
 * root pinned at enrolment; certificates of those who are in a group may have expired, those of
 * whom we invite may not.
 */
public final class GroupDevice {
  static final CipherSuite SUITE = CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519;

  /** Well under the 90 days the server accepts. */
  private static final Duration LIFETIME = Duration.ofDays(60);

  private volatile EnrolledDevice device;
  private final InstantSource clock;
  private final Extensions groupExtensions;
  private final X509Credentials valid;
  private final Client client;
  private volatile LeafNode.Identity identity;

  private GroupDevice(
      EnrolledDevice device, InstantSource clock, Extension senders, List<ExternalSender> server) {
    this.device = device;
    this.clock = clock;
    this.groupExtensions = Extensions.of(senders);
    this.valid =
        X509Credentials.now(
            clock,
            List.of(Wire.mls(device.rootCertificate())),
            server.stream().map(ExternalSender::signatureKey).toList());
    this.client =
        new Client(
            SignatureKeyPair.of(SUITE, Secret.taking(device.seed().toArray())),
            valid.ever(),
            PreSharedKeys.NONE,
            GroupConfig.DEFAULT,
            clock);
    this.identity = identity(device);
  }

  private static LeafNode.Identity identity(EnrolledDevice device) {
    return new LeafNode.Identity(
        new Credential.X509(device.certificateChain().stream().map(Wire::mls).toList()),
        Capabilities.of(SUITE, Credential.X509),
        Extensions.NONE);
  }

  /** The same device with a new certificate: it stands in what is made from now on. */
  public void renewed(EnrolledDevice certified) {
    device = certified;
    identity = identity(certified);
  }

  /** Empty when what the server gave as its external_senders is not readable. */
  public static Optional<GroupDevice> of(
      EnrolledDevice device, Bytes externalSenders, InstantSource clock) {
    Extension senders = new Extension(ExtensionType.EXTERNAL_SENDERS, Wire.mls(externalSenders));
    try {
      return Optional.of(
          new GroupDevice(device, clock, senders, ExternalSender.in(Extensions.of(senders))));
    } catch (Refused unreadable) {
      return Optional.empty();
    }
  }

  /** Whether the certificate should be renewed by now. */
  public boolean needsRenewal() {
    return RenewCertificate.isDue(device, clock.instant());
  }

  public EnrolledDevice enrolled() {
    return device;
  }

  /** Believes members even when their certificates have expired meanwhile. */
  Client client() {
    return client;
  }

  /** A fresh key package, private halves included. */
  public OwnKeyPackage keyPackage() {
    return OwnKeyPackage.generate(
        SUITE, client.signer(), identity, Lifetime.from(clock.instant(), LIFETIME));
  }

  /** A group of this device alone, which the server may propose removals to. */
  public Group create(ConversationId id) {
    return Group.create(client, Wire.groupId(id), keyPackage(), groupExtensions);
  }

  /** Empty when the bytes are not a state: the group must be joined again. */
  public Optional<Group> restore(Bytes state) {
    try {
      return Optional.of(Group.restore(client, Secret.taking(state.toArray())));
    } catch (Malformed damaged) {
      return Optional.empty();
    }
  }

  /** Everybody whom a pinned authority vouches for, by leaf. */
  public Map<Integer, CertifiedDevice> certified(Group group) {
    Map<Integer, CertifiedDevice> certified = new HashMap<>();
    group
        .members()
        .forEach(
            (leaf, node) ->
                identify(node.credential()).ifPresent(device -> certified.put(leaf, device)));
    return certified;
  }

  /** Who a leaf is; empty when no pinned authority says so. */
  public Optional<CertifiedDevice> identify(Credential credential) {
    return valid.identify(credential);
  }

  /** Whether this leaf's certificate holds now, for whom we are about to let in. */
  boolean isValidNow(LeafNode leaf) {
    return valid.accepts(leaf.credential(), leaf.signatureKey());
  }
}
