package fr.liaison.directory.register;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The entry and the digest of everybody the directory knows, numbered from 0 as they are added. On
 * the disk, since each is wanted about once in an import and a million of them fill a heap; those
 * that stand together are read together. Not thread safe.
 */
final class KnownPeople implements Closeable {
  private static final int WIDTH = 4 * Long.BYTES;
  private static final int DIGEST = 2 * Long.BYTES;
  private static final int TOGETHER = 128;

  private final ByteBuffer block = ByteBuffer.allocate(TOGETHER * WIDTH);
  private @Nullable FileChannel file;
  private int size;
  private boolean complete;

  /** The first place in the block, once all are added. */
  private int first = -TOGETHER;

  /** Adds somebody and answers their place; only until any is read. */
  int add(UUID id, UUID digest) {
    if (!block.hasRemaining()) {
      write();
    }
    block.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    block.putLong(digest.getMostSignificantBits()).putLong(digest.getLeastSignificantBits());
    return size++;
  }

  /** Of a place that {@link #add} answered. */
  UUID id(int place) {
    return value(place, 0);
  }

  UUID digest(int place) {
    return value(place, DIGEST);
  }

  private UUID value(int place, int offset) {
    if (!complete) {
      write();
      complete = true;
    }
    if (place < first || place >= first + TOGETHER) {
      read(place - place % TOGETHER);
    }
    int at = (place - first) * WIDTH + offset;
    return new UUID(block.getLong(at), block.getLong(at + Long.BYTES));
  }

  private void write() {
    try {
      ScratchFile.append(opened(), block.array(), 0, block.position());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    block.clear();
  }

  private void read(int place) {
    block.clear();
    try {
      int read = 0;
      while (read >= 0 && block.hasRemaining()) {
        read = opened().read(block, (long) place * WIDTH + block.position());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    first = place;
  }

  private FileChannel opened() throws IOException {
    FileChannel open = file;
    if (open == null) {
      open = ScratchFile.open();
      file = open;
    }
    return open;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
