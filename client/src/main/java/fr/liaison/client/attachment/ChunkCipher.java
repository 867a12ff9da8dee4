package fr.liaison.client.attachment;

import fr.liaison.contracts.json.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chunked AES-256-GCM, docs/content-format.md section 3. Any chunk opens alone; a missing, moved,
 * repeated or cut-off one does not open. A key seals one attachment, once.
 */
final class ChunkCipher {
  static final int CHUNK = 65_536;
  static final int TAG = 16;
  static final int SEALED_CHUNK = CHUNK + TAG;
  static final int KEY = 32;
  private static final int NONCE = 12;
  private static final byte[] CONTEXT = "liaison-attachment-v1".getBytes(StandardCharsets.US_ASCII);

  private final SecretKey key;

  ChunkCipher(Bytes key) {
    if (key.length() != KEY) {
      throw new IllegalArgumentException("an attachment key has 32 bytes");
    }
    this.key = new SecretKeySpec(key.toArray(), "AES");
  }

  /**
   * Chunks of so many bytes of padded plaintext; none at all still has one, which proves its end.
   */
  static long count(long padded) {
    return Math.max(1, Math.ceilDiv(padded, CHUNK));
  }

  static long sealedLength(long padded) {
    return padded + count(padded) * TAG;
  }

  byte[] seal(byte[] chunk, int length, long index, boolean last) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, index, last).doFinal(chunk, 0, length);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM must be there", impossible);
    }
  }

  /**
   * Empty unless it is exactly the {@code index}th chunk and stands at the end, or not, as said.
   */
  Optional<byte[]> open(byte[] sealed, int from, int length, long index, boolean last) {
    if (length < TAG) {
      return Optional.empty();
    }
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, index, last).doFinal(sealed, from, length));
    } catch (AEADBadTagException forged) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM must be there", impossible);
    }
  }

  private Cipher cipher(int mode, long index, boolean last) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE).putLong(3, index).put(11, (byte) (last ? 1 : 0)).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(CONTEXT);
    return cipher;
  }
}
