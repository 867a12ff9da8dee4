package fr.liaison.client.group;

import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.KeyPackages;
import fr.liaison.client.store.StoreReader;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.GroupConfig;
import fr.liaison.mls.group.Joining;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Welcome;
import java.util.Optional;

/** Joins by a Welcome with whichever stored key package it was made for. */
public final class OpenWelcome {
  private final GroupDevice device;

  public OpenWelcome(GroupDevice device) {
    this.device = device;
  }

  /** The group, and the key package that is used up with it. */
  public record Opened(Group group, Bytes reference) {}

  /** Empty when no key package of ours opens it, or it leads elsewhere. */
  public Optional<Opened> open(StoreReader reader, ConversationId id, Bytes bytes) {
    try {
      if (!(MlsMessage.parse(Wire.mls(bytes)) instanceof MlsMessage.Welcoming(Welcome welcome))
          || welcome.secrets().size() > GroupConfig.DEFAULT.mostMembers()) {
        return Optional.empty();
      }
      for (Welcome.Invitation invitation : welcome.secrets()) {
        Bytes reference = Wire.json(invitation.keyPackageReference());
        Optional<Bytes> own = KeyPackages.find(reader, reference);
        if (own.isPresent()) {
          return join(id, welcome, own.get()).map(group -> new Opened(group, reference));
        }
      }
      return Optional.empty();
    } catch (Malformed damaged) {
      return Optional.empty();
    }
  }

  private Optional<Group> join(ConversationId id, Welcome welcome, Bytes own) throws Malformed {
    OwnKeyPackage keys = OwnKeyPackage.restore(Secret.taking(own.toArray()));
    if (Group.join(device.client(), keys, welcome, Optional.empty())
            instanceof Joining.Joined(Group group)
        && group.groupId().equals(Wire.groupId(id))) {
      return Optional.of(group);
    }
    return Optional.empty();
  }

  /** How a Welcome names this key package. */
  public static Bytes referenceOf(OwnKeyPackage own) {
    return Wire.json(own.keyPackage().reference(GroupDevice.SUITE));
  }
}
