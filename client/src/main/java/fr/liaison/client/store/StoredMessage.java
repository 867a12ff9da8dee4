package fr.liaison.client.store;

import fr.liaison.client.id.DeviceId;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decrypted message at its place in the log; the plaintext is in the content format. Where
 * nothing could be decrypted the plaintext is empty and {@code gap} says why.
 *
 * @param author whom the sender's certificate names; absent where nothing was proven
 */
public record StoredMessage(
    long sequence,
    DeviceId sender,
    Instant acceptedAt,
    Bytes plaintext,
    @Nullable Author author,
    @Nullable Gap gap) {
  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  /** A person as the authority certified them. Prints nothing of it. */
  public record Author(String nationalId, String name) {
    @Override
    public String toString() {
      return "Author";
    }
  }

  /** Why a message is not here. */
  public enum Gap {
    /** It came and did not open. */
    UNDECRYPTABLE,
    /** It was sent while this device had lost the group. */
    MISSED
  }

  public static StoredMessage missing(
      long sequence, DeviceId claimedSender, Instant acceptedAt, Gap gap) {
    return new StoredMessage(sequence, claimedSender, acceptedAt, NOTHING, null, gap);
  }

  public boolean isReadable() {
    return gap == null;
  }
}
