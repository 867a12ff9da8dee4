package fr.liaison.client.attachment;

import fr.liaison.contracts.json.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Encrypts a plaintext into a spool file under a fresh key, in constant memory. It is sealed from
 * one reading: uploads resume from the spool, never from the source, which might have changed and
 * would then be sealed under nonces used already.
 */
public final class SealFile {
  private SealFile() {}

  public static SealedFile seal(Path plaintext, Path spool) throws IOException {
    long size = Files.size(plaintext);
    try (InputStream source = Files.newInputStream(plaintext)) {
      return seal(source, size, spool);
    }
  }

  /** Throws when the source does not hold exactly {@code size} bytes; the spool is then removed. */
  public static SealedFile seal(InputStream source, long size, Path spool) throws IOException {
    byte[] key = new byte[ChunkCipher.KEY];
    new SecureRandom().nextBytes(key);
    return seal(source, size, spool, Bytes.of(key));
  }

  static SealedFile seal(InputStream source, long size, Path spool, Bytes key) throws IOException {
    Files.createFile(
        spool, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    boolean done = false;
    try (OutputStream sink = Files.newOutputStream(spool, StandardOpenOption.WRITE)) {
      Bytes digest = pour(source, size, sink, new ChunkCipher(key));
      done = true;
      return new SealedFile(spool, key, size, digest);
    } finally {
      if (!done) {
        Files.delete(spool);
      }
    }
  }

  private static Bytes pour(InputStream source, long size, OutputStream sink, ChunkCipher cipher)
      throws IOException {
    DigestInputStream digested = new DigestInputStream(source, sha256());
    long padded = Padme.padded(size);
    long count = ChunkCipher.count(padded);
    byte[] chunk = new byte[ChunkCipher.CHUNK];
    long left = size;
    for (long index = 0; index < count; index++) {
      int real = (int) Math.min(ChunkCipher.CHUNK, left);
      if (digested.readNBytes(chunk, 0, real) != real) {
        throw new IOException("the source ended early");
      }
      Arrays.fill(chunk, real, ChunkCipher.CHUNK, (byte) 0);
      left -= real;
      int length = (int) Math.min(ChunkCipher.CHUNK, padded - index * ChunkCipher.CHUNK);
      sink.write(cipher.seal(chunk, length, index, index == count - 1));
    }
    if (source.read() != -1) {
      throw new IOException("the source is longer than it said");
    }
    return Bytes.of(digested.getMessageDigest().digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
