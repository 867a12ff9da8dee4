package fr.liaison.directory.register;

import static java.util.Objects.requireNonNull;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.register.file.CheckDigits;
import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.PersonColumn;
import fr.liaison.directory.register.file.PhysicalLines;
import fr.liaison.directory.register.file.ReadPerson;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.directory.register.file.RegisterHeader;
import fr.liaison.directory.register.file.RowDigest;
import fr.liaison.directory.register.file.StatedIdentity;
import fr.liaison.directory.register.file.WholeRows;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells, before a file is read, which of its lines are rows of people whose rows are all as they
 * were: their sum is that of the night before, so each was read and found usable then. Costs 4
 * bytes a line. Whatever cannot be told from the bytes alone is left to be read.
 */
final class UnchangedRows {
  private static final int NOBODY = -1;
  private static final int UNTOLD = -2;
  private static final int LINES_BETWEEN_LOOKS = 1 << 14;

  private final RollCall roll;
  private final ListPeople.Lock lock;
  private final long mostLines;
  private final IntArrayList people = new IntArrayList();
  private @Nullable RowDigest digest;
  private int[] ends = new int[0];
  private int type;
  private int identifier;
  private long rows;

  UnchangedRows(RollCall roll, ListPeople.Lock lock, long mostLines) {
    this.roll = roll;
    this.lock = lock;
    this.mostLines = mostLines;
  }

  /** Looks through a file to its end, and settles the roll. */
  void find(PhysicalLines lines, CheckDigits checkDigits) throws IOException {
    RegisterHeader<PersonColumn> header = RegisterHeader.read(lines, PersonColumn.class);
    people.add(NOBODY);
    digest = new RowDigest(header);
    ends = new int[header.cellsInRow() + 1];
    type = header.position(PersonColumn.IDENTIFIER_TYPE);
    identifier = header.position(PersonColumn.IDENTIFIER);
    ReadPerson reader = new ReadPerson(header, checkDigits);
    WholeRows others =
        new WholeRows(lines, header.cellsInRow(), new DefectTally(0, 0), this::takes);
    for (WholeRows.@Nullable Whole other = others.next(); other != null; other = others.next()) {
      if (reader.identity(other.cells()) instanceof StatedIdentity.Known known) {
        roll.doubt(known.id().value());
      }
    }
    roll.settle();
  }

  /** Whether the line is such a row. */
  boolean at(long line) {
    int person = people.getInt(Math.toIntExact(line - 1));
    return person >= 0 && roll.is(person, RollCall.Mark.SETTLED);
  }

  /** Complete rows met so far. */
  long rows() {
    return rows;
  }

  private boolean takes(PhysicalLines line) throws IOException {
    if (line.number() % LINES_BETWEEN_LOOKS == 0) {
      lock.requireHeld();
    }
    if (line.number() > mostLines) {
      throw new RefusedFile(RefusalReason.TOO_LARGE, line.number(), "");
    }
    int person = sum(line);
    people.add(person);
    return person != UNTOLD;
  }

  /** Adds the row to those of its person, and answers who that is. */
  private int sum(PhysicalLines line) {
    int end = endOfRow(line);
    if (end < 0) {
      return UNTOLD;
    }
    rows++;
    byte[] bytes = line.bytes();
    Optional<NationalId> id =
        NationalId.of(cell(bytes, line.start(), type), cell(bytes, line.start(), identifier));
    if (id.isEmpty()) {
      return UNTOLD;
    }
    int person = roll.find(id.get().value());
    if (person < 0) {
      return NOBODY;
    }
    roll.sum(person, requireNonNull(digest).of(bytes, line.start(), end));
    return person;
  }

  /** Notes where its cells end; negative for a line that is no complete row. */
  private int endOfRow(PhysicalLines line) {
    byte[] bytes = line.bytes();
    int end = line.end();
    int width = ends.length - 1;
    int cells = 0;
    for (int i = line.start(); i < end; i++) {
      if (bytes[i] == '|') {
        if (cells == width) {
          return UNTOLD;
        }
        ends[cells++] = i;
      }
    }
    if (line.tooLong() || cells < width - 1) {
      return UNTOLD;
    }
    if (cells == width) {
      return ends[width - 1] == end - 1 ? end - 1 : UNTOLD;
    }
    ends[cells] = end;
    return end;
  }

  /** As text only if it is ASCII; an identifier is nothing else. */
  private String cell(byte[] bytes, int start, int cell) {
    int from = cell == 0 ? start : ends[cell - 1] + 1;
    return new String(bytes, from, ends[cell] - from, StandardCharsets.ISO_8859_1);
  }
}
