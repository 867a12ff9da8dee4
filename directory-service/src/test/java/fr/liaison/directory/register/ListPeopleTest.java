package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.register.file.DefectReason;
import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.directory.register.file.RegisterRow;
import fr.liaison.directory.register.file.RowDefect;
import java.io.IOException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ListPeopleTest {
  private final RollCall roll = new RollCall();
  private final DefectTally tally = new DefectTally(10, 10);
  private final ListedProfessions professions = new ListedProfessions();

  @Test
  void aFileOfMorePeopleOrRowsThanTheRollMayHoldIsTooLarge() throws IOException {
    try (RowSpool spool = RowSpool.open()) {
      ListPeople people = list(new ListPeople.Bounds(2, 100), spool);
      people.accept(row(1, "81"));
      people.accept(row(2, "82"));
      assertTooLarge(() -> people.accept(row(3, "83")), 3);

      ListPeople rows = list(new ListPeople.Bounds(100, 3), spool);
      assertTooLarge(() -> rows.accept(row(4, "81")), 4);
    }
  }

  @Test
  void aRepeatedRowIsADefectAndAFormerNumbersRowIsNobodys() throws IOException {
    roll.knowFormer("80");
    try (RowSpool spool = RowSpool.open()) {
      ListPeople people = list(new ListPeople.Bounds(100, 100), spool);
      people.accept(row(1, "81"));
      people.accept(
          new RegisterRow(
              9,
              new UUID(1, 1),
              id("81"),
              "A",
              "B",
              null,
              "10",
              "Médecin",
              null,
              null,
              null,
              place(),
              false));
      people.accept(row(3, "80"));
    }

    assertThat(tally.counts()).containsEntry(DefectReason.REPEATED_ROW.code(), 1L);
    assertThat(tally.first()).singleElement().extracting(RowDefect::line).isEqualTo(9L);
    assertThat(roll.listed()).isEqualTo(1);
    assertThat(professions.byCode().get("10").people()).isEqualTo(1);
  }

  @Test
  void readingNoticesThatTheLockIsGone() throws IOException {
    try (RowSpool spool = RowSpool.open()) {
      ListPeople people =
          new ListPeople(
              new ListPeople.Bounds(1_000_000, 1_000_000),
              () -> {
                throw new IOException("gone");
              },
              roll,
              spool,
              professions,
              tally);
      assertThatThrownBy(
              () -> {
                for (int line = 1; line < 100_000; line++) {
                  people.accept(row(line, "81"));
                }
              })
          .hasMessage("gone");
    }
  }

  private ListPeople list(ListPeople.Bounds bounds, RowSpool spool) {
    return new ListPeople(bounds, () -> {}, roll, spool, professions, tally);
  }

  private static void assertTooLarge(ThrowingCallable row, long line) {
    assertThatThrownBy(row)
        .isInstanceOfSatisfying(
            RefusedFile.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(RefusalReason.TOO_LARGE);
              assertThat(refused.line()).isEqualTo(line);
            });
  }

  private static RegisterRow row(long line, String number) {
    return new RegisterRow(
        line,
        new UUID(line, line),
        id(number),
        "A",
        "B",
        null,
        "10",
        "Médecin",
        null,
        null,
        null,
        place(),
        false);
  }

  private static RegisterRow.Place place() {
    return new RegisterRow.Place(null, null, null, null, null, null);
  }

  private static NationalId id(String number) {
    return new NationalId(number);
  }
}
