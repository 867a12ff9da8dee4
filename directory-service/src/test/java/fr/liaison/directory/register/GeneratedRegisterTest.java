package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.register.GenerateRegister;
import fr.liaison.register.Generated;
import fr.liaison.register.Order;
import fr.liaison.register.defect.Defect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the import reads what the register generator writes, row for row and defect for defect. */
class GeneratedRegisterTest {
  private static final long ROWS = 20_000;

  private final DefectTally tally = new DefectTally(100);
  private final Set<UUID> hashes = new HashSet<>();
  private final Set<String> people = new HashSet<>();

  @TempDir Path folder;

  @Test
  void everyDefectIsFoundAndEveryOtherRowIsUsable() throws IOException {
    Generated generated = generate(true);
    RegisterFile.Counts counts = read(generated.activities());
    Map<Defect, Long> defects = generated.defects();
    assertThat(tally.counts())
        .containsOnly(
            Map.entry("bad-identifier", defects.get(Defect.BAD_CHECK_DIGIT)),
            Map.entry("incomplete-row", defects.get(Defect.TOO_FEW_CELLS)),
            Map.entry("too-many-cells", defects.get(Defect.TOO_MANY_CELLS)),
            Map.entry("control-character", defects.get(Defect.CONTROL_CHARACTER)),
            Map.entry("cell-too-long", defects.get(Defect.LONG_CELL)),
            Map.entry("repaired-line-break", defects.get(Defect.LINE_BREAK)));
    assertThat(counts.usable()).isEqualTo(generated.usable());
    assertThat(counts.usable() - hashes.size()).isEqualTo(defects.get(Defect.DUPLICATE));
    long unreadable =
        defects.entrySet().stream()
            .filter(entry -> !entry.getKey().usable())
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(people).hasSize((int) (generated.people() - unreadable));
  }

  @Test
  void aRegisterOrderedWithoutDefectsHasNone() throws IOException {
    Generated generated = generate(false);
    RegisterFile.Counts counts = read(generated.activities());
    assertThat(counts).isEqualTo(new RegisterFile.Counts(ROWS, ROWS));
    assertThat(tally.counts()).isEmpty();
    assertThat(people).hasSize((int) generated.people());
  }

  private Generated generate(boolean defects) throws IOException {
    return new GenerateRegister(new Order(ROWS, 8, folder, LocalDate.of(2026, 11, 20), defects))
        .run();
  }

  private RegisterFile.Counts read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return new RegisterFile(new PhysicalLines(stream, Long.MAX_VALUE), tally, CheckDigits.STRICT)
          .read(
              row -> {
                hashes.add(row.hash());
                people.add(row.nationalId().value());
              });
    }
  }
}
