package fr.liaison.directory.register;

import fr.liaison.directory.register.file.RegisterRow;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, kept on the disk until its end tells which of them are wanted. Not thread
 * safe.
 */
final class RowSpool implements Closeable {
  private static final int BUFFER = 256 * 1024;

  private final FileChannel channel;
  private final CopyText text;

  private RowSpool(FileChannel channel) {
    this.channel = channel;
    this.text =
        new CopyText((bytes, offset, length) -> ScratchFile.append(channel, bytes, offset, length));
  }

  static RowSpool open() throws IOException {
    return new RowSpool(ScratchFile.open());
  }

  /** Decides about the rows of a person as they come; null leaves the row out. */
  interface Wanted {
    /** What stands before the cells of this row, as COPY text without its last separator. */
    @Nullable String before(int person);
  }

  /** Adds a row; the first cell tells whose it is. */
  void add(int person, RegisterRow row) throws IOException {
    RegisterRow.Place place = row.place();
    text.row(
        person,
        row.line(),
        row.nationalId().value(),
        row.nationalId().vouchedByStructure(),
        row.familyName(),
        row.givenName(),
        row.civility(),
        row.professionCode(),
        row.profession(),
        row.category() == null ? null : row.category().code(),
        row.savoirFaireCode(),
        row.savoirFaire(),
        place.structureId(),
        place.structureName(),
        place.postalCode(),
        place.commune(),
        place.town(),
        place.sector(),
        row.locum());
  }

  /** Writes the wanted rows in the order in which they came, each behind what its person adds. */
  void replay(Wanted wanted, CopyText.Target target) throws IOException {
    text.flush();
    channel.position(0);
    Replay replay = new Replay(wanted, target);
    byte[] buffer = new byte[BUFFER];
    InputStream input = Channels.newInputStream(channel);
    int filled = 0;
    for (int read = input.read(buffer); read >= 0; ) {
      filled += read;
      int taken = replay.lines(buffer, filled);
      System.arraycopy(buffer, taken, buffer, 0, filled - taken);
      filled -= taken;
      read = input.read(buffer, filled, buffer.length - filled);
    }
    replay.flush();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Sorts lines out; a whole one always fits into the buffer, as cells have limits. */
  private static final class Replay {
    private final Wanted wanted;
    private final CopyText.Target target;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(2 * BUFFER);

    Replay(Wanted wanted, CopyText.Target target) {
      this.wanted = wanted;
      this.target = target;
    }

    /** Takes the whole lines at the beginning of the buffer; answers how many bytes those are. */
    int lines(byte[] buffer, int filled) throws IOException {
      int start = 0;
      for (int i = 0; i < filled; i++) {
        if (buffer[i] == '\n') {
          line(buffer, start, i + 1);
          start = i + 1;
        }
      }
      return start;
    }

    private void line(byte[] buffer, int start, int end) throws IOException {
      int person = 0;
      int at = start;
      while (buffer[at] != '\t') {
        person = person * 10 + buffer[at++] - '0';
      }
      @Nullable String before = wanted.before(person);
      if (before == null) {
        return;
      }
      kept.writeBytes(before.getBytes(StandardCharsets.UTF_8));
      kept.write(buffer, at, end - at);
      if (kept.size() >= BUFFER) {
        flush();
      }
    }

    void flush() throws IOException {
      byte[] bytes = kept.toByteArray();
      kept.reset();
      target.write(bytes, 0, bytes.length);
    }
  }
}
