package fr.liaison.attachment.download;

import fr.liaison.attachment.blob.BlobStoreUnavailable;
import fr.liaison.attachment.blob.Slice;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Consecutive slices as one stream; holds one open at a time. Ends exactly at its last position, or
 * throws: a short stream never passes for a whole one.
 */
final class SliceStream extends InputStream {
  private final Iterator<Slice> slices;
  private final BlobContent.Opener opener;
  private final DoubleConsumer count;
  private final long end;
  private long position;
  private long sliceEnd;
  private InputStream open;

  SliceStream(
      List<Slice> slices, long start, long end, BlobContent.Opener opener, DoubleConsumer count) {
    this.slices = slices.iterator();
    this.opener = opener;
    this.count = count;
    this.end = end;
    this.position = start;
    this.open = InputStream.nullInputStream();
    try {
      next();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void next() throws IOException {
    open.close();
    if (!slices.hasNext()) {
      throw new EOFException("the slices end before the attachment does");
    }
    Slice slice = slices.next();
    sliceEnd = Math.min(end, slice.end());
    open = opener.open(slice, position, sliceEnd);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position == end) {
      return -1;
    }
    try {
      if (position == sliceEnd) {
        next();
      }
      int read = open.read(target, offset, (int) Math.min(length, sliceEnd - position));
      if (read < 0) {
        throw new EOFException("the store sent fewer bytes than it holds");
      }
      position += read;
      count.accept(read);
      return read;
    } catch (BlobStoreUnavailable away) {
      throw new IOException("the object store went away", away);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    open.close();
  }
}
