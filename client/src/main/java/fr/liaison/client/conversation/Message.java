package fr.liaison.client.conversation;

import fr.liaison.client.content.ContentReader;
import fr.liaison.client.content.Decoded;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.store.StoredMessage;
import fr.liaison.client.store.StoredMessage.Author;
import fr.liaison.client.store.StoredMessage.Gap;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message at its place in the log. Prints no content.
 *
 * @param author as certified; absent for own messages and gaps
 * @param gap why there is nothing to read
 */
public record Message(
    long sequence,
    DeviceId sender,
    boolean own,
    Instant acceptedAt,
    Decoded content,
    @Nullable Author author,
    @Nullable Gap gap) {
  static Message of(StoredMessage stored, DeviceId self) {
    return new Message(
        stored.sequence(),
        stored.sender(),
        stored.sender().equals(self),
        stored.acceptedAt(),
        stored.isReadable() ? ContentReader.read(stored.plaintext()) : new Decoded.Damaged(),
        stored.author(),
        stored.gap());
  }

  @Override
  public String toString() {
    return "Message[" + sequence + "]";
  }
}
