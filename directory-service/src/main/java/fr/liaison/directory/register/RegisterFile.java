package fr.liaison.directory.register;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an extraction row by row in constant memory: puts together lines broken inside a cell,
 * hands usable rows to the sink and defects to the tally. Throws {@link RefusedFile} when the file
 * as a whole cannot be trusted.
 */
final class RegisterFile {
  /** A cell broken over more lines than this is taken for several incomplete rows. */
  private static final int MOST_FRAGMENTS = 4;

  private final PhysicalLines lines;
  private final DefectTally tally;
  private final CheckDigits checkDigits;
  private long rows;
  private long usable;
  private @Nullable String pending;
  private long pendingLine;
  private int fragments;

  RegisterFile(PhysicalLines lines, DefectTally tally, CheckDigits checkDigits) {
    this.lines = lines;
    this.tally = tally;
    this.checkDigits = checkDigits;
  }

  /** Takes usable rows in file order. */
  interface Sink {
    void accept(RegisterRow row) throws IOException;
  }

  /** How many complete rows a file holds, and how many of them could be used. */
  record Counts(long rows, long usable) {}

  /** Reads to the end. */
  Counts read(Sink sink) throws IOException {
    PhysicalLines.@Nullable Line first = lines.next();
    if (first == null || first.text().isBlank()) {
      throw new RefusedFile(RefusalReason.EMPTY_FILE, 1, "");
    }
    RegisterHeader header = RegisterHeader.parse(first.text());
    ReadRow readRow = new ReadRow(header, checkDigits);
    int width = header.cellsInRow();
    for (PhysicalLines.@Nullable Line line = lines.next(); line != null; line = lines.next()) {
      @Nullable Whole whole = assemble(line, width);
      if (whole != null) {
        rows++;
        switch (readRow.read(whole.line(), whole.cells())) {
          case ReadRow.Reading.Usable(RegisterRow row) -> {
            sink.accept(row);
            usable++;
          }
          case ReadRow.Reading.Doubtful(RegisterRow row, DefectReason reason) -> {
            sink.accept(row);
            usable++;
            tally.add(whole.line(), reason);
          }
          case ReadRow.Reading.Unusable(DefectReason reason) -> tally.add(whole.line(), reason);
        }
      }
    }
    if (pending != null) {
      throw new RefusedFile(RefusalReason.TRUNCATED, pendingLine, "");
    }
    return new Counts(rows, usable);
  }

  /** How many complete rows were read so far. */
  long rows() {
    return rows;
  }

  /** A row with as many cells as the header, and the line it starts on. */
  private record Whole(long line, List<String> cells) {}

  private @Nullable Whole assemble(PhysicalLines.Line line, int width) {
    if (line.tooLong()) {
      dropPending();
      tally.add(line.number(), DefectReason.LINE_TOO_LONG);
      return null;
    }
    int own = Cells.count(line.text());
    if (own == width) {
      dropPending();
      return new Whole(line.number(), Cells.split(line.text()));
    }
    if (own == width + 1 && line.text().endsWith("|")) {
      dropPending();
      return new Whole(line.number(), Cells.split(line.text()).subList(0, width));
    }
    if (own > width) {
      dropPending();
      tally.add(line.number(), DefectReason.TOO_MANY_CELLS);
      return null;
    }
    return join(line, width);
  }

  private @Nullable Whole join(PhysicalLines.Line line, int width) {
    if (pending == null) {
      if (!line.text().isBlank()) {
        startPending(line);
      }
      return null;
    }
    String joined = pending + ' ' + line.text();
    int cells = Cells.count(joined);
    if (cells == width) {
      long start = pendingLine;
      pending = null;
      tally.add(start, DefectReason.REPAIRED_LINE_BREAK);
      return new Whole(start, Cells.split(joined));
    }
    if (cells > width || ++fragments > MOST_FRAGMENTS) {
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
