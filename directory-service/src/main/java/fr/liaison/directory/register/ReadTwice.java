package fr.liaison.directory.register;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** A stream that comes once, kept on the disk as it is read. Not thread safe. */
final class ReadTwice implements Closeable {
  private final FileChannel kept;
  private final InputStream once;

  private ReadTwice(FileChannel kept, InputStream once) {
    this.kept = kept;
    this.once = once;
  }

  static ReadTwice of(InputStream once) throws IOException {
    return new ReadTwice(ScratchFile.open(), once);
  }

  /** The stream itself. */
  InputStream first() {
    return new FilterInputStream(once) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
          keep(buffer, offset, read);
        }
        return read;
      }

      @Override
      public boolean markSupported() {
        return false;
      }
    };
  }

  /** Our own disk is no stream that broke: readers take an {@link IOException} for that. */
  private void keep(byte[] buffer, int offset, int length) {
    try {
      ScratchFile.append(kept, buffer, offset, length);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** What was read of it, from the beginning. */
  InputStream again() throws IOException {
    kept.position(0);
    return new FilterInputStream(Channels.newInputStream(kept)) {
      @Override
      public int read(byte[] buffer, int offset, int length) {
        try {
          return in.read(buffer, offset, length);
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
    };
  }

  @Override
  public void close() throws IOException {
    kept.close();
  }
}
