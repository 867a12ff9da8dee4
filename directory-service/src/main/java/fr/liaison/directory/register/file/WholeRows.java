package fr.liaison.directory.register.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The complete rows below a header, in constant memory: puts together lines broken inside a cell
 * and tallies what is no row. Throws {@link RefusedFile} when the file ends within one.
 */
public final class WholeRows {
  /** A cell broken over more lines than this is taken for several incomplete rows. */
  private static final int MOST_FRAGMENTS = 4;

  private final PhysicalLines lines;
  private final int width;
  private final DefectTally tally;
  private final Shortcut shortcut;
  private @Nullable String pending;
  private long pendingLine;
  private int fragments;

  public WholeRows(PhysicalLines lines, int width, DefectTally tally, Shortcut shortcut) {
    this.lines = lines;
    this.width = width;
    this.tally = tally;
    this.shortcut = shortcut;
  }

  /** Takes lines that are complete rows before anything is made of their bytes. */
  public interface Shortcut {
    /** False where the line is to be put together and read. */
    boolean takes(PhysicalLines line) throws IOException;
  }

  /** A row with as many cells as the header, and the line it starts on. */
  public record Whole(long line, Cells cells) {}

  /** The next row that took no shortcut, or null at the end. */
  public @Nullable Whole next() throws IOException {
    while (lines.advance()) {
      if (shortcut.takes(lines)) {
        dropPending();
        continue;
      }
      @Nullable Whole whole = assemble(lines.line());
      if (whole != null) {
        return whole;
      }
    }
    if (pending != null) {
      throw new RefusedFile(RefusalReason.TRUNCATED, pendingLine, "");
    }
    return null;
  }

  private @Nullable Whole assemble(PhysicalLines.Line line) {
    Cells cells = Cells.of(line.text());
    int own = cells.size();
    if (!line.tooLong() && own < width) {
      return join(line);
    }
    dropPending();
    if (line.tooLong()) {
      tally.add(line.number(), DefectReason.LINE_TOO_LONG);
      return null;
    }
    if (own == width || (own == width + 1 && line.text().endsWith("|"))) {
      return new Whole(line.number(), cells.first(width));
    }
    tally.add(line.number(), DefectReason.TOO_MANY_CELLS);
    return null;
  }

  private @Nullable Whole join(PhysicalLines.Line line) {
    if (pending == null) {
      if (!line.text().isBlank()) {
        startPending(line);
      }
      return null;
    }
    String joined = pending + ' ' + line.text();
    Cells cells = Cells.of(joined);
    if (cells.size() == width) {
      pending = null;
      tally.add(pendingLine, DefectReason.REPAIRED_LINE_BREAK);
      return new Whole(pendingLine, cells);
    }
    if (cells.size() > width || ++fragments > MOST_FRAGMENTS) {
      dropPending();
      startPending(line);
    } else {
      pending = joined;
    }
    return null;
  }

  private void startPending(PhysicalLines.Line line) {
    pending = line.text();
    pendingLine = line.number();
    fragments = 1;
  }

  private void dropPending() {
    if (pending != null) {
      tally.add(pendingLine, DefectReason.INCOMPLETE_ROW);
      pending = null;
    }
  }
}
