package fr.liaison.directory.register.file;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of the register row by row in constant memory: usable rows go to the sink, defects
 * to the tally. Throws {@link RefusedFile} when the file as a whole cannot be trusted.
 */
public final class RegisterFile<C extends Enum<C> & FileColumn, R> {
  private final PhysicalLines lines;
  private final DefectTally tally;
  private final Class<C> columns;
  private final LongPredicate known;
  private final Function<RegisterHeader<C>, ReadCells<R>> reader;
  private long rows;
  private long usable;

  private RegisterFile(
      PhysicalLines lines,
      DefectTally tally,
      Class<C> columns,
      LongPredicate known,
      Function<RegisterHeader<C>, ReadCells<R>> reader) {
    this.lines = lines;
    this.tally = tally;
    this.columns = columns;
    this.known = known;
    this.reader = reader;
  }

  RegisterFile(
      PhysicalLines lines,
      DefectTally tally,
      Class<C> columns,
      Function<RegisterHeader<C>, ReadCells<R>> reader) {
    this(lines, tally, columns, line -> false, reader);
  }

  /** Turns the cells of a complete row into what they state, or says what is wrong with them. */
  interface ReadCells<R> {
    Reading<R> read(long line, Cells cells);
  }

  /** Takes usable rows in file order. */
  public interface Sink<R> {
    void accept(R row) throws IOException;
  }

  public static RegisterFile<PersonColumn, RegisterRow> ofPeople(
      PhysicalLines lines, DefectTally tally, CheckDigits checkDigits) {
    return new RegisterFile<>(
        lines, tally, PersonColumn.class, header -> new ReadPerson(header, checkDigits));
  }

  /** Passes over the lines that are known to be usable rows: they are counted and not read. */
  public static RegisterFile<PersonColumn, RegisterRow> ofPeople(
      PhysicalLines lines, DefectTally tally, CheckDigits checkDigits, LongPredicate known) {
    return new RegisterFile<>(
        lines, tally, PersonColumn.class, known, header -> new ReadPerson(header, checkDigits));
  }

  public static RegisterFile<MailboxColumn, MailboxRow> ofMailboxes(
      PhysicalLines lines, DefectTally tally, CheckDigits checkDigits) {
    return new RegisterFile<>(
        lines, tally, MailboxColumn.class, header -> new ReadMailbox(header, checkDigits));
  }

  public static RegisterFile<SkillColumn, DetailRow> ofSkills(
      PhysicalLines lines, DefectTally tally, CheckDigits checkDigits) {
    return new RegisterFile<>(
        lines, tally, SkillColumn.class, header -> new ReadSkill(header, checkDigits));
  }

  public static RegisterFile<QualificationColumn, DetailRow> ofQualifications(
      PhysicalLines lines, DefectTally tally, CheckDigits checkDigits) {
    return new RegisterFile<>(
        lines,
        tally,
        QualificationColumn.class,
        header -> new ReadQualification(header, checkDigits));
  }

  /** Reads to the end; answers how many rows could be used. */
  public long read(Sink<R> sink) throws IOException {
    RegisterHeader<C> header = RegisterHeader.read(lines, columns);
    ReadCells<R> readCells = reader.apply(header);
    WholeRows wholeRows = new WholeRows(lines, header.cellsInRow(), tally, this::passes);
    for (WholeRows.@Nullable Whole whole = wholeRows.next();
        whole != null;
        whole = wholeRows.next()) {
      rows++;
      switch (readCells.read(whole.line(), whole.cells())) {
        case Reading.Usable<R>(R row) -> take(row, sink);
        case Reading.Doubtful<R>(R row, DefectReason reason) -> {
          take(row, sink);
          tally.add(whole.line(), reason);
        }
        case Reading.Unusable<R>(DefectReason reason) -> tally.add(whole.line(), reason);
      }
    }
    return usable;
  }

  /** How many complete rows were read so far. */
  public long rows() {
    return rows;
  }

  private boolean passes(PhysicalLines line) {
    if (!known.test(line.number())) {
      return false;
    }
    rows++;
    usable++;
    return true;
  }

  private void take(R row, Sink<R> sink) throws IOException {
    sink.accept(row);
    usable++;
  }
}
