package fr.liaison.directory.register.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/**
 * The bytes of an upload as sent: counts and digests them, keeps the last, and tells the count
 * after each portion.
 */
public final class ReceivedBytes extends FilterInputStream {
  /** An archive ends with 22 bytes and perhaps a short comment. */
  private static final int TAIL = 256;

  private final MessageDigest digest = Sha256.digest();
  private final LongConsumer afterPortion;
  private final byte[] last = new byte[TAIL];
  private long count;

  public ReceivedBytes(InputStream in, LongConsumer afterPortion) {
    super(in);
    this.afterPortion = afterPortion;
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  /** The last bytes that were read, as Latin-1, padded in front with zero bytes. */
  String tail() {
    return new String(last, StandardCharsets.ISO_8859_1);
  }

  /** The digest of all that was read; resets it, so ask once, at the end. */
  public byte[] sha256() {
    return digest.digest();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      count += read;
      digest.update(buffer, offset, read);
      remember(buffer, offset, read);
      afterPortion.accept(count);
    }
    return read;
  }

  private void remember(byte[] buffer, int offset, int read) {
    int kept = Math.min(read, TAIL);
    System.arraycopy(last, kept, last, 0, TAIL - kept);
    System.arraycopy(buffer, offset + read - kept, last, TAIL - kept, kept);
  }

  /** Skipped bytes would escape the digest. */
  @Override
  public long skip(long n) throws IOException {
    return Math.max(0, read(new byte[(int) Math.min(Math.max(n, 0), 8192)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
