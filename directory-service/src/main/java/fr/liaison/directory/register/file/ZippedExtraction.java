package fr.liaison.directory.register.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A published archive, read as it arrives: the one entry {@code
 * Extraction_Correspondance_MSSante…}, or in any order one each of {@code
 * PS_LibreAcces_Personne_activite…}, {@code …_SavoirFaire…} and {@code …_Dipl_AutExerc…}, are
 * extractions, the others are passed over. Entry names are compared, never used as paths; the
 * number of entries, their total size and how far they expand are bounded.
 */
final class ZippedExtraction implements Extraction {
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
  private final Set<ImportKind> found = EnumSet.noneOf(ImportKind.class);

  ZippedExtraction(ReceivedBytes received, BufferedInputStream buffered, long largest) {
    this.received = received;
    this.buffered = buffered;
    this.zip = new ZipInputStream(buffered, StandardCharsets.ISO_8859_1);
    this.largest = largest;
  }

  @Override
  public @Nullable Part next() {
    @Nullable ImportKind kind = advance();
    if (kind == null) {
      requireWhole();
      if (found.isEmpty()) {
        throw new RefusedFile(RefusalReason.WRONG_ENTRIES, 0, "none");
      }
      return null;
    }
    boolean first = found.isEmpty();
    boolean another = found.add(kind);
    if (!another || (!first && found.contains(ImportKind.mailboxes))) {
      throw new RefusedFile(RefusalReason.WRONG_ENTRIES, 0, "more than one");
    }
    return new Part(kind, new EntryText());
  }

  @Override
  public int ignored() {
    return entries - found.size();
  }

  /** Passes over entries up to the next wanted one; null where there is none. */
  private @Nullable ImportKind advance() {
    for (@Nullable ZipEntry entry = nextEntry(); entry != null; entry = nextEntry()) {
      if (++entries > MOST_ENTRIES) {
        throw new RefusedFile(RefusalReason.TOO_LARGE, 0, "more than " + MOST_ENTRIES + " entries");
      }
      Optional<ImportKind> wanted = ImportKind.ofEntry(entry.getName());
      if (wanted.isPresent()) {
        return wanted.get();
      }
      while (read(scratch, 0, scratch.length) >= 0) {
        // Read rather than skipped, so that the bounds hold here too.
      }
    }
    return null;
  }

  private @Nullable ZipEntry nextEntry() {
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
