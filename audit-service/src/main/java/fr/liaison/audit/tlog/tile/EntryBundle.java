package fr.liaison.audit.tlog.tile;

import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries of one level-0 tile, each behind its length as a big-endian 16-bit number. */
public final class EntryBundle {

  public static final int MAX_ENTRY_BYTES = 65_535;

  private EntryBundle() {}

  public static byte[] encode(List<byte[]> entries) {
    if (entries.isEmpty() || entries.size() > TilePath.FULL_WIDTH) {
      throw new MalformedLogDataException("a bundle has 1 to 256 entries");
    }
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY_BYTES) {
        throw new MalformedLogDataException("an entry has at most 65535 bytes");
      }
      bundle.write(entry.length >>> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  public static List<byte[]> decode(byte[] bundle) {
    ByteBuffer source = ByteBuffer.wrap(bundle);
    List<byte[]> entries = new ArrayList<>();
    while (source.hasRemaining()) {
      if (source.remaining() < Short.BYTES) {
        throw new MalformedLogDataException("a bundle ends in the middle of a length");
      }
      int length = Short.toUnsignedInt(source.getShort());
      if (source.remaining() < length) {
        throw new MalformedLogDataException("a bundle ends in the middle of an entry");
      }
      byte[] entry = new byte[length];
      source.get(entry);
      entries.add(entry);
    }
    return entries;
  }
}
