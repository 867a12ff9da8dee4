package fr.liaison.conversation.roster;

import fr.liaison.contracts.json.Bytes;
import java.nio.ByteBuffer;
import java.util.UUID;

/** A conversation, and its MLS group: the group id is this UUID as 16 bytes. */
public record ConversationId(UUID value) {
  public Bytes groupId() {
    return Bytes.of(
        ByteBuffer.allocate(16)
            .putLong(value.getMostSignificantBits())
            .putLong(value.getLeastSignificantBits())
            .array());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
