package fr.liaison.client.group;

import fr.liaison.client.api.CommitBundle;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.group.Committing;
import fr.liaison.mls.group.ExternalJoining;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.group.PendingCommit;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import java.util.List;
import java.util.Optional;

/**
 * Makes the commits of this device, ready to be stored and then sent. Each carries a path and
 * everything that was proposed. Empty when the group does not allow it.
 */
public final class MakeCommit {
  private final GroupDevice device;

  public MakeCommit(GroupDevice device) {
    this.device = device;
  }

  public Optional<StoredCommit> of(Group group, List<Proposal> proposals) {
    if (!(group.commit(CommitRequest.of(proposals))
        instanceof Committing.Ready(PendingCommit pending))) {
      return Optional.empty();
    }
    CommitBundle bundle =
        new CommitBundle(
            Wire.json(pending.commit()),
            pending.welcome().map(Wire::json).orElse(null),
            Wire.json(pending.groupInfo()));
    return Optional.of(StoredCommit.of(bundle, Wire.sealable(pending.adopt(group).serialized())));
  }

  /** Enters from outside, putting out nobody but an old leaf of this device. */
  public Optional<StoredCommit> join(fr.liaison.mls.codec.Bytes groupId, Bytes groupInfo) {
    OwnKeyPackage own = device.keyPackage();
    Optional<GroupInfo> info = read(groupInfo).filter(it -> it.context().groupId().equals(groupId));
    if (info.isEmpty()
        || !(Group.joinExternally(device.client(), own, info.get(), Optional.empty())
            instanceof ExternalJoining.Ready ready)) {
      return Optional.empty();
    }
    CommitBundle bundle =
        new CommitBundle(Wire.json(ready.commit()), null, Wire.json(ready.groupInfo()));
    StoredCommit made = StoredCommit.of(bundle, Wire.sealable(ready.group().serialized()));
    ready.group().wipe();
    return Optional.of(made.fromOutside());
  }

  private static Optional<GroupInfo> read(Bytes groupInfo) {
    try {
      return MlsMessage.parse(Wire.mls(groupInfo)) instanceof MlsMessage.Info(GroupInfo info)
          ? Optional.of(info)
          : Optional.empty();
    } catch (Malformed unreadable) {
      return Optional.empty();
    }
  }
}
