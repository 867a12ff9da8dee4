package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.register.file.CheckDigits;
import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.DetailRow;
import fr.liaison.directory.register.file.MailboxRow;
import fr.liaison.directory.register.file.PhysicalLines;
import fr.liaison.directory.register.file.RegisterFile;
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

  private final DefectTally tally = new DefectTally(100, 100);
  private final Set<UUID> hashes = new HashSet<>();
  private final Set<String> people = new HashSet<>();

  @TempDir Path folder;

  @Test
  void everyDefectIsFoundAndEveryOtherRowIsUsable() throws IOException {
    Generated generated = generate(true);
    long usable = read(generated.activities());
    Map<Defect, Long> defects = generated.defects();
    assertThat(tally.counts())
        .containsOnly(
            Map.entry("bad-identifier", defects.get(Defect.BAD_CHECK_DIGIT)),
            Map.entry("incomplete-row", defects.get(Defect.TOO_FEW_CELLS)),
            Map.entry("too-many-cells", defects.get(Defect.TOO_MANY_CELLS)),
            Map.entry("control-character", defects.get(Defect.CONTROL_CHARACTER)),
            Map.entry("cell-too-long", defects.get(Defect.LONG_CELL)),
            Map.entry("repaired-line-break", defects.get(Defect.LINE_BREAK)));
    assertThat(usable).isEqualTo(generated.usable());
    assertThat(usable - hashes.size()).isEqualTo(defects.get(Defect.DUPLICATE));
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
    assertThat(read(generated.activities())).isEqualTo(ROWS);
    assertThat(tally.counts()).isEmpty();
    assertThat(people).hasSize((int) generated.people());
  }

  @Test
  void everyMailboxIsReadThoughLinesAreBroken() throws IOException {
    Path activities = generate(true).activities();
    Path mailboxes =
        activities.resolveSibling(
            activities
                .getFileName()
                .toString()
                .replace("PS_LibreAcces_Personne_activite", "Extraction_Correspondance_MSSante"));
    long separators = Files.readString(mailboxes).chars().filter(c -> c == '|').count();
    Set<MailboxRow.Kind> kinds = new HashSet<>();
    try (InputStream stream = Files.newInputStream(mailboxes)) {
      long usable =
          RegisterFile.ofMailboxes(
                  new PhysicalLines(stream, Long.MAX_VALUE), tally, CheckDigits.STRICT)
              .read(row -> kinds.add(row.kind()));
      assertThat(usable).isEqualTo(separators / 30 - 1);
    }
    assertThat(tally.counts()).containsOnlyKeys("repaired-line-break");
    assertThat(kinds).contains(MailboxRow.Kind.PER, MailboxRow.Kind.ORG);
  }

  @Test
  void everySkillAndEveryDiplomaIsRead() throws IOException {
    Path activities = generate(false).activities();
    assertThat(readDetails(activities, "PS_LibreAcces_SavoirFaire", RegisterFile::ofSkills))
        .isPositive();
    assertThat(
            readDetails(activities, "PS_LibreAcces_Dipl_AutExerc", RegisterFile::ofQualifications))
        .isPositive();
    assertThat(tally.counts()).isEmpty();
  }

  private interface Opened {
    RegisterFile<?, DetailRow> file(
        PhysicalLines lines, DefectTally tally, CheckDigits checkDigits);
  }

  /** How many rows there are; every one of them must be usable. */
  private long readDetails(Path activities, String published, Opened opened) throws IOException {
    Path file =
        activities.resolveSibling(
            activities
                .getFileName()
                .toString()
                .replace("PS_LibreAcces_Personne_activite", published));
    try (InputStream stream = Files.newInputStream(file)) {
      RegisterFile<?, DetailRow> read =
          opened.file(new PhysicalLines(stream, Long.MAX_VALUE), tally, CheckDigits.STRICT);
      long usable = read.read(row -> assertThat(row.entries()).isNotEmpty());
      assertThat(usable).isEqualTo(read.rows());
      return usable;
    }
  }

  private Generated generate(boolean defects) throws IOException {
    return new GenerateRegister(new Order(ROWS, 8, folder, LocalDate.of(2026, 11, 20), defects))
        .run();
  }

  private long read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return RegisterFile.ofPeople(
              new PhysicalLines(stream, Long.MAX_VALUE), tally, CheckDigits.STRICT)
          .read(
              row -> {
                hashes.add(row.hash());
                people.add(row.nationalId().value());
              });
    }
  }
}
