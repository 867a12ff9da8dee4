package fr.liaison.client.attachment;

import fr.liaison.contracts.json.Bytes;
import java.nio.file.Path;

/**
 * An attachment as ciphertext on disk and what opens it. Prints neither key nor place.
 *
 * @param size bytes of plaintext
 * @param sha256 of the plaintext
 */
public record SealedFile(Path ciphertext, Bytes key, long size, Bytes sha256) {
  /** Bytes to upload. */
  public long sealedLength() {
    return lengthOf(size);
  }

  static long lengthOf(long size) {
    return ChunkCipher.sealedLength(Padme.padded(size));
  }

  @Override
  public String toString() {
    return "SealedFile";
  }
}
