package fr.liaison.directory.register.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * 128 bits of SHA-256 over a complete row as the file has it, under the header it stands below. The
 * sum of those of all rows of a person tells whether the file says something new of them. Not
 * thread safe.
 */
public final class RowDigest {
  /**
   * Another value makes the next import read and rewrite everybody; due when more of a row is read,
   * or a row is judged otherwise.
   */
  private static final long READING = 2;

  private final MessageDigest digest = Sha256.digest();
  private final byte[] out = new byte[digest.getDigestLength()];
  private final ByteBuffer answer = ByteBuffer.wrap(out);
  private final long reading;

  public RowDigest(RegisterHeader<?> header) {
    digest.update(String.join("|", header.names()).getBytes(StandardCharsets.UTF_8));
    this.reading = READING + ByteBuffer.wrap(digest.digest()).getLong();
  }

  UUID of(String row) {
    byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** Of a row that is these bytes. */
  public UUID of(byte[] bytes, int from, int to) {
    digest.update(bytes, from, to - from);
    try {
      digest.digest(out, 0, out.length);
    } catch (DigestException sizeFits) {
      throw new AssertionError(sizeFits);
    }
    return new UUID(answer.getLong(0) + reading, answer.getLong(Long.BYTES));
  }
}
