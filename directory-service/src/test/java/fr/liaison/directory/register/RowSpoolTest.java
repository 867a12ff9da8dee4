package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import fr.liaison.directory.register.file.RegisterRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSpoolTest {
  private static final String LONG = "É".repeat(95);
  private static final int ROWS = 20_000;

  @Test
  void wantedRowsComeBackInOrderBehindWhatTheirPersonAdds() throws IOException {
    try (RowSpool spool = RowSpool.open()) {
      for (int i = 0; i < ROWS; i++) {
        spool.add(i % 1000, row(i));
      }

      List<String> lines = replay(spool, person -> person % 7 == 3 ? "of " + person : null);

      assertThat(lines)
          .hasSize((int) IntStream.range(0, ROWS).filter(i -> i % 1000 % 7 == 3).count())
          .startsWith(
              "of 3\t3\t810000000001\tfalse\t"
                  + LONG
                  + "3\tA\\\\B\t\\N\t10\tMédecin\tE\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\tfalse")
          .allMatch(line -> line.split("\t", -1).length == 19);
      assertThat(lines.stream().map(line -> Integer.valueOf(line.split("\t", -1)[1]))).isSorted();
    }
  }

  @Test
  void nothingWantedIsNothing() throws IOException {
    try (RowSpool spool = RowSpool.open()) {
      spool.add(0, row(1));

      assertThat(replay(spool, person -> null)).isEmpty();
    }
    try (RowSpool empty = RowSpool.open()) {
      assertThat(replay(empty, person -> "x")).isEmpty();
    }
  }

  private static List<String> replay(RowSpool spool, RowSpool.Wanted wanted) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    spool.replay(wanted, bytes::write);
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static RegisterRow row(int line) {
    return new RegisterRow(
        line,
        new UUID(0, line),
        new NationalId("810000000001"),
        LONG + line,
        "A\\B",
        null,
        "10",
        "Médecin",
        ProfessionalCategory.student,
        null,
        null,
        new RegisterRow.Place(null, null, null, null, null, null),
        false);
  }
}
