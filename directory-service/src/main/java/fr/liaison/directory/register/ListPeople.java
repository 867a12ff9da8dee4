package fr.liaison.directory.register;

import fr.liaison.directory.register.file.DefectReason;
import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.directory.register.file.RegisterFile;
import fr.liaison.directory.register.file.RegisterRow;
import java.io.IOException;

/**
 * Takes the usable rows of a file of people: each goes to the spool once, and its person onto the
 * roll.
 */
final class ListPeople implements RegisterFile.Sink<RegisterRow> {
  private static final int ROWS_BETWEEN_LOOKS = 1 << 14;

  private final Bounds bounds;
  private final Lock lock;
  private final RollCall roll;
  private final RowSpool spool;
  private final ListedProfessions professions;
  private final DefectTally tally;
  private int sinceLook;

  /** The memory of the roll grows with both. */
  record Bounds(long mostPeople, long mostRows) {}

  ListPeople(
      Bounds bounds,
      Lock lock,
      RollCall roll,
      RowSpool spool,
      ListedProfessions professions,
      DefectTally tally) {
    this.bounds = bounds;
    this.lock = lock;
    this.roll = roll;
    this.spool = spool;
    this.professions = professions;
    this.tally = tally;
  }

  /** Reading touches no table for a long time and would not notice that it reads in vain. */
  interface Lock {
    void requireHeld() throws IOException;
  }

  @Override
  public void accept(RegisterRow row) throws IOException {
    if (++sinceLook == ROWS_BETWEEN_LOOKS) {
      lock.requireHeld();
      sinceLook = 0;
    }
    if (!roll.isNewRow(row.hash())) {
      tally.add(row.line(), DefectReason.REPEATED_ROW);
      return;
    }
    int person = roll.place(row.nationalId().value());
    if (roll.is(person, RollCall.Mark.FORMER)) {
      return;
    }
    if (roll.list(person, row.hash())) {
      professions.add(row.professionCode(), row.profession());
    }
    if (roll.listed() > bounds.mostPeople() || roll.rows() > bounds.mostRows()) {
      throw new RefusedFile(RefusalReason.TOO_LARGE, row.line(), "");
    }
    spool.add(person, row);
  }
}
