package fr.liaison.directory.register;

import org.jspecify.annotations.Nullable;

/**
 * The complete rows below a header, in constant memory: puts together lines broken inside a cell
 * and tallies what is no row. Throws {@link RefusedFile} when the file ends within one.
 */
final class WholeRows {
  /** A cell broken over more lines than this is taken for several incomplete rows. */
  private static final int MOST_FRAGMENTS = 4;

  private final PhysicalLines lines;
  private final int width;
  private final DefectTally tally;
  private @Nullable String pending;
  private long pendingLine;
  private int fragments;

  WholeRows(PhysicalLines lines, int width, DefectTally tally) {
    this.lines = lines;
    this.width = width;
    this.tally = tally;
  }

  /** A row with as many cells as the header, and the line it starts on. */
  record Whole(long line, Cells cells) {}

  /** The next row, or null at the end. */
  @Nullable Whole next() {
    for (PhysicalLines.@Nullable Line line = lines.next(); line != null; line = lines.next()) {
      @Nullable Whole whole = assemble(line);
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
