package fr.liaison.attachment;

import java.util.Optional;
import java.util.UUID;

/** Names the conversation whose members may reach an attachment. */
public record ConversationId(UUID value) {

  /** Empty for anything but the canonical form of a UUID. */
  public static Optional<ConversationId> parse(String text) {
    return CanonicalUuid.parse(text).map(ConversationId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
