package fr.liaison.directory.register;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * 128 bits of SHA-256 over a complete row as the file has it. The sum of those of all rows of a
 * person tells whether the file says something new of them. Not thread safe.
 */
final class RowDigest {
  /** Another value makes the next import rewrite everybody; due when more of a row is read. */
  private static final long CELLS_READ = 1;

  private final MessageDigest digest = Sha256.digest();
  private final byte[] out = new byte[digest.getDigestLength()];
  private final ByteBuffer answer = ByteBuffer.wrap(out);

  UUID of(String row) {
    byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** Of a row that is these bytes. */
  UUID of(byte[] bytes, int from, int to) {
    digest.update(bytes, from, to - from);
    try {
      digest.digest(out, 0, out.length);
    } catch (DigestException sizeFits) {
      throw new AssertionError(sizeFits);
    }
    return new UUID(answer.getLong(0) + CELLS_READ, answer.getLong(Long.BYTES));
  }
}
