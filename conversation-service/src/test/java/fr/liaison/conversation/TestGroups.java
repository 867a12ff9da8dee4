package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.group.Committing;
import fr.liaison.mls.group.ExternalJoining;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.Joining;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.group.PendingCommit;
import fr.liaison.mls.group.Received;
import fr.liaison.mls.leaf.Extension;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The real MLS groups behind the conversations of a test: every device's own view, moved along
 * whenever the service accepted a bundle that was made here.
 */
final class TestGroups {
  private final Map<UUID, Map<UUID, Group>> views = new HashMap<>();
  private final Map<Object, Offer> offers = new IdentityHashMap<>();

  /** A bundle that was made and may be accepted. */
  private record Offer(
      UUID conversation,
      Device committer,
      PendingCommit pending,
      Map<Device, OwnKeyPackage> added,
      List<Device> removed) {}

  synchronized Group view(UUID conversation, Device device) {
    Group view = views.getOrDefault(conversation, Map.of()).get(device.id());
    if (view == null) {
      throw new IllegalStateException("the device has no view of the group");
    }
    return view;
  }

  synchronized void put(UUID conversation, Device device, Group group) {
    views.computeIfAbsent(conversation, any -> new HashMap<>()).put(device.id(), group);
  }

  synchronized String opening(UUID conversation, Device creator, byte[] externalSenders) {
    Group group =
        Group.create(
            creator.client(),
            Bytes.wrap(MlsBytes.groupId(conversation)),
            creator.keyPackage(),
            Extensions.of(
                new Extension(ExtensionType.EXTERNAL_SENDERS, Bytes.wrap(externalSenders))));
    put(conversation, creator, group);
    return base64(group.groupInfo(true));
  }

  synchronized Map<String, Object> bundle(
      Device committer, UUID conversation, List<Device> added, List<Device> removed) {
    Group group = view(conversation, committer);
    Map<Device, OwnKeyPackage> invited = new LinkedHashMap<>();
    added.forEach(device -> invited.put(device, device.keyPackage()));
    List<Proposal> proposals = new ArrayList<>();
    removed.forEach(device -> proposals.add(new Proposal.Remove(leafOf(group, device))));
    invited.values().forEach(own -> proposals.add(new Proposal.Add(own.keyPackage())));
    return offer(committer, conversation, group, CommitRequest.of(proposals), invited, removed);
  }

  /** A commit of exactly this request, held proposals and all. */
  synchronized Map<String, Object> offer(
      Device committer, UUID conversation, CommitRequest request, Device... removed) {
    return offer(
        committer,
        conversation,
        view(conversation, committer),
        request,
        Map.of(),
        List.of(removed));
  }

  private Map<String, Object> offer(
      Device committer,
      UUID conversation,
      Group group,
      CommitRequest request,
      Map<Device, OwnKeyPackage> added,
      List<Device> removed) {
    Committing outcome = group.commit(request);
    assertThat(outcome).isInstanceOf(Committing.Ready.class);
    PendingCommit pending = ((Committing.Ready) outcome).pending();
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("commit", base64(pending.commit()));
    pending.welcome().ifPresent(welcome -> bundle.put("welcome", base64(welcome)));
    bundle.put("groupInfo", base64(pending.groupInfo()));
    offers.put(bundle, new Offer(conversation, committer, pending, added, removed));
    return bundle;
  }

  /** The bundle by which a device enters by itself; {@link #entered} when it was accepted. */
  synchronized Entering enter(Device device, byte[] groupInfo) {
    try {
      MlsMessage.Info info = (MlsMessage.Info) MlsMessage.parse(Bytes.wrap(groupInfo));
      ExternalJoining outcome =
          Group.joinExternally(
              device.client(), device.keyPackage(), info.groupInfo(), Optional.empty());
      assertThat(outcome).isInstanceOf(ExternalJoining.Ready.class);
      ExternalJoining.Ready ready = (ExternalJoining.Ready) outcome;
      Map<String, Object> bundle = new LinkedHashMap<>();
      bundle.put("commit", base64(ready.commit()));
      bundle.put("groupInfo", base64(ready.groupInfo()));
      return new Entering(bundle, ready.group());
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  /** An external commit by a device that takes everybody's leaf for its own old one. */
  static Map<String, Object> evicting(Device device, byte[] groupInfo) {
    try {
      MlsMessage.Info info = (MlsMessage.Info) MlsMessage.parse(Bytes.wrap(groupInfo));
      ExternalJoining outcome =
          Group.joinExternally(
              device.greedyClient(), device.keyPackage(), info.groupInfo(), Optional.empty());
      ExternalJoining.Ready ready = (ExternalJoining.Ready) outcome;
      assertThat(ready.effect().removed()).isNotEmpty();
      return Map.of("commit", base64(ready.commit()), "groupInfo", base64(ready.groupInfo()));
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  /** A bundle, and the group once it is accepted. */
  record Entering(Map<String, Object> bundle, Group group) {}

  synchronized void entered(UUID conversation, Device device, Entering entering) {
    deliver(conversation, commit(entering.bundle()), device);
    put(conversation, device, entering.group());
  }

  /** The service took it: everybody moves on. Does nothing for bundles not made here. */
  synchronized void accepted(Object bundle) {
    Offer offer = offers.remove(bundle);
    if (offer == null) {
      return;
    }
    Group current = view(offer.conversation(), offer.committer());
    deliver(offer.conversation(), offer.pending().commit(), offer.committer());
    put(offer.conversation(), offer.committer(), offer.pending().adopt(current));
    offer
        .added()
        .forEach((device, own) -> put(offer.conversation(), device, join(device, own, offer)));
  }

  /** Hands a log entry to everybody who has a view, but its sender. */
  synchronized void deliver(UUID conversation, Bytes message, Device sender) {
    Map<UUID, Group> all = views.getOrDefault(conversation, Map.of());
    for (UUID device : List.copyOf(all.keySet())) {
      if (sender != null && device.equals(sender.id())) {
        continue;
      }
      switch (all.get(device).receive(message)) {
        case Received.Committed(var effect, Group next) -> all.put(device, next);
        case Received.Proposed(var held, Group next) -> all.put(device, next);
        case Received.RemovedFromGroup ignored -> all.remove(device);
        case Received.Message ignored -> {}
        case Received.OwnCommit ignored -> {}
        case Received.Refused(var refusal) ->
            throw new AssertionError("a member refused what the server accepted: " + refusal);
      }
    }
  }

  private static Group join(Device device, OwnKeyPackage own, Offer offer) {
    try {
      MlsMessage.Welcoming welcome =
          (MlsMessage.Welcoming) MlsMessage.parse(offer.pending().welcome().orElseThrow());
      Joining joined = Group.join(device.client(), own, welcome.welcome(), Optional.empty());
      assertThat(joined).isInstanceOf(Joining.Joined.class);
      return ((Joining.Joined) joined).group();
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  static long leafOf(Group group, Device device) {
    for (Map.Entry<Integer, LeafNode> member : group.members().entrySet()) {
      if (member.getValue().signatureKey().equals(device.pair().publicKey())) {
        return member.getKey();
      }
    }
    throw new IllegalStateException("the device is not in the group");
  }

  static Bytes commit(Map<String, Object> bundle) {
    return Bytes.wrap(Base64.getUrlDecoder().decode((String) bundle.get("commit")));
  }

  static String base64(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
