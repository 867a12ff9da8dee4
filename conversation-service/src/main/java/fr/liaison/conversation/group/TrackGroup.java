package fr.liaison.conversation.group;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.group.CommitEffect;
import fr.liaison.mls.group.Following;
import fr.liaison.mls.group.HeldProposal;
import fr.liaison.mls.group.Opening;
import fr.liaison.mls.group.PublicGroup;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafRules;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Welcome;
import fr.liaison.mls.refusal.Refused;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows the group of a conversation from epoch to epoch. Refuses whatever RFC 9420 forbids, any
 * leaf that is not an active device under its registered key, and whatever Liaison's profile leaves
 * out: other suites, other proposals than add and remove, commits without a path.
 */
@Singleton
public class TrackGroup {
  private static final String COMMIT = "commit";
  private static final String WELCOME = "welcome";
  private static final String GROUP_INFO = "groupInfo";
  private static final Duration LONGEST_LIFETIME = Duration.ofDays(91);

  private final GroupStates states;
  private final KnownDevices devices;
  private final DeliveryKey key;
  private final DeviceAuthority authority;

  TrackGroup(GroupStates states, KnownDevices devices, DeliveryKey key, DeviceAuthority authority) {
    this.states = states;
    this.devices = devices;
    this.key = key;
    this.authority = authority;
  }

  /** Whether bytes fit the group they were sent to. */
  public sealed interface Tracking {
    record Tracked(TrackedCommit commit) implements Tracking {}

    record Refused(Unfit unfit) implements Tracking {}
  }

  /** Starts following a new group of the requester's device alone; empty when it fits. */
  public Optional<Unfit> open(
      Transaction transaction, Requester requester, ConversationId conversation, Bytes groupInfo) {
    try {
      HeldDevices held = hold(transaction, Set.of(requester.device()));
      GroupInfo info = MlsInput.groupInfo(GROUP_INFO, groupInfo);
      UnfitMls.unless(
          info.context().groupId().equals(MlsInput.mls(conversation.groupId())),
          GROUP_INFO,
          "wrong-group");
      UnfitMls.unless(info.context().epoch() == 0, GROUP_INFO, "stale-epoch");
      UnfitMls.unless(
          info.context().cipherSuite() == DeliveryKey.SUITE.id(), GROUP_INFO, "unsupported");
      PublicGroup group =
          switch (PublicGroup.open(info, Optional.empty(), validator(held.active().values()))) {
            case Opening.Opened(PublicGroup opened) -> opened;
            case Opening.Refused(var refusal) -> throw new UnfitMls(Unfit.of(GROUP_INFO, refusal));
          };
      UnfitMls.unless(roster(group).equals(Map.of(0, requester.device())), GROUP_INFO, "roster");
      UnfitMls.unless(listsOnlyUs(group), GROUP_INFO, "external-senders");
      requireJoinable(group, info);
      states.store(transaction, conversation, group);
      return Optional.empty();
    } catch (UnfitMls unfit) {
      return Optional.of(unfit.unfit());
    }
  }

  /**
   * Holds the devices whose leaves a commit brings, so that none is revoked unseen while it is
   * decided. Before the conversation is locked: a revocation takes the same order.
   */
  public HeldDevices hold(Transaction transaction, Set<DeviceId> named) {
    Map<DeviceId, KnownDevice> active = new HashMap<>();
    for (KnownDevice device :
        devices.hold(transaction, named.stream().map(DeviceId::value).toList())) {
      if (devices.isActive(device)) {
        active.put(new DeviceId(device.deviceId()), device);
      }
    }
    return new HeldDevices(active);
  }

  /** Those of the devices that are active, and stay so until the transaction ends. */
  public record HeldDevices(Map<DeviceId, KnownDevice> active) {
    public HeldDevices {
      active = Map.copyOf(active);
    }
  }

  /** What a commit makes of the current epoch; nothing is written. */
  public Tracking follow(
      Transaction transaction, ConversationId conversation, ReadBundle bundle, HeldDevices held) {
    try {
      Map<DeviceId, KnownDevice> known = held.active();
      PublicGroup before = states.load(transaction, conversation, validator(known.values()));
      return switch (before.follow(bundle.commit())) {
        case Following.Refused(var refusal) -> throw new UnfitMls(Unfit.of(COMMIT, refusal));
        case Following.Proposed ignored -> throw new UnfitMls(Unfit.of(COMMIT, "content-type"));
        case Following.Advanced(PublicGroup next, CommitEffect effect) -> {
          UnfitMls.unless(
              !effect.extensionsChanged() && effect.reInit().isEmpty(), COMMIT, "invalid-proposal");
          requireWelcomes(bundle, effect.keyPackages());
          requireJoinable(next, bundle.groupInfo());
          yield new Tracking.Tracked(tracked(next, effect, known));
        }
      };
    } catch (UnfitMls unfit) {
      return new Tracking.Refused(unfit.unfit());
    }
  }

  /** Makes the next epoch the current one, in the transaction that commits it. */
  public void advance(Transaction transaction, ConversationId conversation, PublicGroup next) {
    states.store(transaction, conversation, next);
  }

  /**
   * Signs a proposal for each of these devices that is in the group and not proposed in this epoch,
   * and holds it, so that a commit may refer to it.
   */
  public List<RemovalProposal> proposeRemovals(
      Transaction transaction, ConversationId conversation, Set<DeviceId> leaving) {
    Optional<PublicGroup> tracked = states.find(transaction, conversation, new NobodyEnters());
    if (tracked.isEmpty() || tracked.get().externalSender(key.signer().publicKey()).isEmpty()) {
      // A group the server has no part in; that no message is taken until it is out still holds.
      return List.of();
    }
    PublicGroup group = tracked.get();
    Set<Long> proposed =
        group.proposals().stream()
            .map(HeldProposal::proposal)
            .filter(Proposal.Remove.class::isInstance)
            .map(one -> ((Proposal.Remove) one).leaf())
            .collect(Collectors.toSet());
    List<RemovalProposal> proposals = new ArrayList<>();
    for (Map.Entry<Integer, DeviceId> leaf : roster(group).entrySet()) {
      if (leaving.contains(leaf.getValue()) && !proposed.contains((long) leaf.getKey())) {
        Proposal removal = new Proposal.Remove(leaf.getKey());
        fr.liaison.mls.codec.Bytes message = group.propose(key.signer(), removal);
        group = held(group, message);
        proposals.add(new RemovalProposal(leaf.getValue(), MlsInput.json(message)));
      }
    }
    if (!proposals.isEmpty()) {
      states.store(transaction, conversation, group);
    }
    return proposals;
  }

  private static PublicGroup held(PublicGroup group, fr.liaison.mls.codec.Bytes message) {
    try {
      if (MlsMessage.parse(message) instanceof MlsMessage.Public(PublicMessage proposal)
          && group.follow(proposal) instanceof Following.Proposed(PublicGroup next, var ignored)) {
        return next;
      }
    } catch (Malformed e) {
      throw new IllegalStateException("our own proposal cannot be read", e);
    }
    throw new IllegalStateException("our own proposal does not fit the group");
  }

  /** The devices in the tree, by leaf. */
  static Map<Integer, DeviceId> roster(PublicGroup group) {
    Map<Integer, DeviceId> roster = new HashMap<>();
    group
        .members()
        .forEach(
            (leaf, node) ->
                DeviceCredential.device(node.credential())
                    .ifPresent(device -> roster.put(leaf, device)));
    return roster;
  }

  private TrackedCommit tracked(
      PublicGroup next, CommitEffect effect, Map<DeviceId, KnownDevice> known) throws UnfitMls {
    Map<Integer, DeviceId> members = roster(next);
    UnfitMls.unless(
        new HashSet<>(members.values()).size() == next.members().size(),
        COMMIT,
        "duplicate-device");
    Set<DeviceId> removed = named(effect.removed().values());
    Set<DeviceId> added = named(effect.added().values());
    Set<DeviceId> replaced = new HashSet<>(removed);
    replaced.retainAll(added);
    // Only a device itself takes another leaf; by somebody else's hand it would be an eviction.
    UnfitMls.unless(effect.external() || replaced.isEmpty(), COMMIT, "invalid-proposal");
    added.removeAll(replaced);
    removed.removeAll(replaced);
    return new TrackedCommit(
        next,
        Optional.ofNullable(members.get(effect.committer())).orElseThrow(),
        members,
        new CommittedChange(
            effect.external(),
            members.size(),
            added.stream().map(device -> member(device, known)).toList(),
            removed));
  }

  private static Member member(DeviceId device, Map<DeviceId, KnownDevice> known) {
    KnownDevice found = known.get(device);
    if (found == null) {
      throw new IllegalStateException("a leaf was accepted whose device was not looked up");
    }
    return new Member(device, new PractitionerId(found.practitionerId()));
  }

  private static Set<DeviceId> named(Iterable<LeafNode> leaves) {
    Set<DeviceId> devices = new HashSet<>();
    leaves.forEach(leaf -> DeviceCredential.device(leaf.credential()).ifPresent(devices::add));
    return devices;
  }

  private static void requireWelcomes(ReadBundle bundle, List<KeyPackage> added) throws UnfitMls {
    for (KeyPackage one : added) {
      try {
        LeafRules.checkLifetime(one, Instant.now(), LONGEST_LIFETIME);
      } catch (Refused refused) {
        throw new UnfitMls(Unfit.of(COMMIT, refused.refusal()));
      }
    }
    Set<fr.liaison.mls.codec.Bytes> invited = new HashSet<>();
    added.forEach(one -> invited.add(one.reference(DeliveryKey.SUITE)));
    Optional<Welcome> welcome = bundle.welcome();
    UnfitMls.unless(welcome.isPresent() != invited.isEmpty(), WELCOME, "roster");
    if (welcome.isPresent()) {
      UnfitMls.unless(
          welcome.get().cipherSuite() == DeliveryKey.SUITE.id(), WELCOME, "unsupported");
      List<fr.liaison.mls.codec.Bytes> served =
          welcome.get().secrets().stream().map(Welcome.Invitation::keyPackageReference).toList();
      UnfitMls.unless(
          served.size() == invited.size() && new HashSet<>(served).equals(invited),
          WELCOME,
          "roster");
    }
  }

  /** Others can only join, and lost devices come back, by a GroupInfo that is true and complete. */
  private static void requireJoinable(PublicGroup group, GroupInfo info) throws UnfitMls {
    var refusal = group.check(info);
    if (refusal.isPresent()) {
      throw new UnfitMls(Unfit.of(GROUP_INFO, refusal.get()));
    }
    UnfitMls.unless(
        info.extensions().find(ExtensionType.RATCHET_TREE).isPresent(), GROUP_INFO, "tree-missing");
  }

  private boolean listsOnlyUs(PublicGroup group) {
    try {
      return ExternalSender.in(group.context().extensions()).equals(List.of(key.asExternalSender()))
          && group.context().extensions().list().size() == 1;
    } catch (Refused unreadable) {
      return false;
    }
  }

  /**
   * Periods are the directory's business: whoever is active may have renewed since the leaf was
   * made.
   */
  private CredentialValidator validator(Iterable<KnownDevice> active) {
    Map<DeviceId, KnownDevice> byId = new HashMap<>();
    active.forEach(device -> byId.put(new DeviceId(device.deviceId()), device));
    return new CertifiedDevices(byId, authority.credentials().ever());
  }
}
