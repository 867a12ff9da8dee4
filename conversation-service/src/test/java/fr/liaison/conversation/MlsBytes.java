package fr.liaison.conversation;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.message.ContentType;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PrivateMessage;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.UUID;

/**
 * Writes encrypted messages as far as a server can see them: the framing is right, the ciphertext
 * is noise, which a server cannot tell from a real one.
 */
public final class MlsBytes {
  private final Random random;

  public MlsBytes(long seed) {
    this.random = new Random(seed);
  }

  public static byte[] groupId(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  public byte[] message(UUID group, long epoch, int size) {
    return new MlsMessage.Private(
            new PrivateMessage(
                Bytes.wrap(groupId(group)),
                epoch,
                ContentType.APPLICATION,
                Bytes.EMPTY,
                Bytes.wrap(noise(28)),
                Bytes.wrap(noise(size))))
        .encoded()
        .toArray();
  }

  public byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
