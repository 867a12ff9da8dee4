package fr.liaison.client.conversation;

import fr.liaison.client.conversation.Groups.Held;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.StoredConversation;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.leaf.CertifiedDevice;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    return find(id).flatMap(one -> Optional.ofNullable(one.succeededBy()));
  }

  private Optional<StoredConversation> find(ConversationId id) {
    return desk.store().read(reader -> StoredConversation.find(reader, id));
  }

  boolean isIn(ConversationId id) {
    return desk.groups().held(id) instanceof Held.Ready;
  }

  /** Where to write to: as far along as this device has come, among the same people. */
  ConversationId current(ConversationId id) {
    Set<ConversationId> passed = new HashSet<>();
    ConversationId at = id;
    while (passed.add(at)) {
      ConversationId here = at;
      at = successor(here).filter(next -> isIn(next) && continues(here, next)).orElse(here);
    }
    return at;
  }

  /** The conversation and all that are said to have come after it, whoever is in them. */
  Set<ConversationId> line(ConversationId id) {
    Set<ConversationId> line = new LinkedHashSet<>();
    Optional<ConversationId> next = Optional.of(id);
    while (next.isPresent() && line.add(next.get())) {
      next = successor(next.get());
    }
    return line;
  }

  /** Whether both say so, and nobody is in the one who was not in the other. */
  boolean continues(ConversationId old, ConversationId successor) {
    return find(successor).filter(one -> old.equals(one.succeeds())).isPresent()
        && members(old).containsAll(members(successor));
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
