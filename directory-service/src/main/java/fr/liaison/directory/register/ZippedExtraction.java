package fr.liaison.directory.register;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The published archive, read as it arrives: the one entry {@code PS_LibreAcces_Personne_activite…}
 * is the extraction, the others are passed over. Entry names are compared, never used as paths; the
 * number of entries, their total size and how far they expand are bounded.
 */
final class ZippedExtraction implements Extraction {
  private static final Pattern WANTED =
      Pattern.compile("PS_LibreAcces_Personne_activite[A-Za-z0-9_-]*\\.txt");
  private static final int MOST_ENTRIES = 32;

  /** Published archives expand about tenfold; small ones are left alone. */
  private static final int MOST_EXPANSION = 200;

  private static final long SMALL = 1 << 20;

  private final ReceivedBytes received;
  private final InputStream buffered;
  private final ZipInputStream zip;
  private final long largest;
  private final byte[] scratch = new byte[8192];
  private long expanded;
  private int entries;

  ZippedExtraction(ReceivedBytes received, BufferedInputStream buffered, long largest) {
    this.received = received;
    this.buffered = buffered;
    this.zip = new ZipInputStream(buffered, StandardCharsets.ISO_8859_1);
    this.largest = largest;
  }

  @Override
  public InputStream text() {
    if (!advance()) {
      requireWhole();
      throw new RefusedFile(RefusalReason.WRONG_ENTRIES, 0, "none");
    }
    return new EntryText();
  }

  @Override
  public void finish() {
    if (advance()) {
      throw new RefusedFile(RefusalReason.WRONG_ENTRIES, 0, "more than one");
    }
    requireWhole();
  }

  @Override
  public int ignored() {
    return entries - 1;
  }

  /** Passes over entries up to the next wanted one. */
  private boolean advance() {
    for (@Nullable ZipEntry entry = next(); entry != null; entry = next()) {
      if (++entries > MOST_ENTRIES) {
        throw new RefusedFile(RefusalReason.TOO_LARGE, 0, "more than " + MOST_ENTRIES + " entries");
      }
      if (WANTED.matcher(entry.getName()).matches()) {
        return true;
      }
      while (read(scratch, 0, scratch.length) >= 0) {
        // Read rather than skipped, so that the bounds hold here too.
      }
    }
    return false;
  }

  private @Nullable ZipEntry next() {
    try {
      return zip.getNextEntry();
    } catch (IOException | IllegalArgumentException failure) {
      throw refusal(failure);
    }
  }

  private int read(byte[] buffer, int offset, int length) {
    int read;
    try {
      read = zip.read(buffer, offset, length);
    } catch (IOException failure) {
      throw refusal(failure);
    }
    expanded += Math.max(read, 0);
    if (expanded > largest) {
      throw new RefusedFile(RefusalReason.TOO_LARGE, 0, "the entries together");
    }
    if (expanded > SMALL && expanded / MOST_EXPANSION > received.count()) {
      throw new RefusedFile(
          RefusalReason.TOO_LARGE, 0, "it expands more than " + MOST_EXPANSION + "-fold");
    }
    return read;
  }

  /** The stream stops at what is no entry: only an archive that was not cut ends with its mark. */
  private void requireWhole() {
    try {
      while (buffered.read(scratch) >= 0) {
        // To the end, so that the digest covers the whole upload.
      }
    } catch (IOException failure) {
      throw refusal(failure);
    }
    if (!received.tail().contains("PK\5\6")) {
      throw new RefusedFile(RefusalReason.BAD_ARCHIVE, 0, "its end is missing");
    }
  }

  private static RefusedFile refusal(Exception failure) {
    return switch (failure) {
      case EOFException cut ->
          new RefusedFile(RefusalReason.TRUNCATED, 0, "the archive ends early");
      case ZipException damaged -> new RefusedFile(RefusalReason.BAD_ARCHIVE, 0, "");
      case IllegalArgumentException unreadable -> new RefusedFile(RefusalReason.BAD_ARCHIVE, 0, "");
      default -> new RefusedFile(RefusalReason.TRUNCATED, 0, "the stream broke");
    };
  }

  /** The wanted entry. */
  private final class EntryText extends InputStream {
    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return ZippedExtraction.this.read(buffer, offset, length);
    }
  }
}
