package fr.liaison.client.conversation;

import fr.liaison.client.conversation.Groups.Held;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.StoredConversation;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.leaf.CertifiedDevice;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What conversations went on as, told by the server, and who is in them, certified: a successor
 * with anybody who was not in the old group is no place to bring messages to.
 */
final class Lineage {
  private final Desk desk;

  Lineage(Desk desk) {
    this.desk = desk;
  }

  Optional<ConversationId> successor(ConversationId id) {
    return desk.store()
        .read(reader -> StoredConversation.find(reader, id))
        .flatMap(one -> Optional.ofNullable(one.succeededBy()));
  }

  boolean isIn(ConversationId id) {
    return desk.groups().held(id) instanceof Held.Ready;
  }

  /** Where to write to: as far along as this device has come, among the same people. */
  ConversationId current(ConversationId id) {
    ConversationId at = id;
    for (Optional<ConversationId> next = successor(at);
        next.isPresent() && isIn(next.get()) && isAmongTheSame(at, next.get());
        next = successor(at)) {
      at = next.get();
    }
    return at;
  }

  /** False for a conversation and itself, too: nothing goes on as itself. */
  boolean isAmongTheSame(ConversationId old, ConversationId successor) {
    return !old.equals(successor) && members(old).containsAll(members(successor));
  }

  /** The national ids in the group as this device has it; empty when it has none. */
  Set<String> members(ConversationId id) {
    return desk.groups().held(id) instanceof Held.Ready(Group group, long cursor)
        ? desk.device().certified(group).values().stream()
            .map(CertifiedDevice::nationalId)
            .collect(Collectors.toSet())
        : Set.of();
  }
}
