package fr.liaison.directory.register;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/**
 * The bytes of an upload as sent: counts and digests them, and tells the count after each portion.
 */
final class ReceivedBytes extends FilterInputStream {
  private final MessageDigest digest = Sha256.digest();
  private final LongConsumer afterPortion;
  private long count;

  ReceivedBytes(InputStream in, LongConsumer afterPortion) {
    super(in);
    this.afterPortion = afterPortion;
  }

  /** The digest of all that was read; resets it, so ask once, at the end. */
  byte[] sha256() {
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
      afterPortion.accept(count);
    }
    return read;
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
