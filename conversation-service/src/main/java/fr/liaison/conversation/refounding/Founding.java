package fr.liaison.conversation.refounding;

import fr.liaison.conversation.commit.Bundle;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.PractitionerId;
import java.util.Optional;
import java.util.Set;

/**
 * An opening that would succeed another conversation.
 *
 * @param leaveOut whose commit was reported, when an administrator goes on without that person
 */
public record Founding(
    ConversationId successor,
    Kind kind,
    ConversationId old,
    Optional<PractitionerId> leaveOut,
    Optional<Bundle> firstCommit) {

  /** The devices that the first commit names. */
  Set<DeviceId> namedDevices() {
    return firstCommit.map(one -> one.namedDevices(successor)).orElse(Set.of());
  }
}
