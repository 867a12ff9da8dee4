package fr.liaison.directory.register.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.directory.register.SyntheticRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RegisterFileTest {
  private static final String HEADER = SyntheticRegister.HEADER;
  private final List<RegisterRow> rows = new ArrayList<>();
  private final DefectTally tally = new DefectTally(100, 100);
  private CheckDigits checkDigits = CheckDigits.STRICT;

  @Test
  void aPlainFileIsReadByColumnName() throws IOException {
    read(HEADER + "\n" + row("99700218805", "EXEMPLE", "Alix") + "\n");
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.nationalId().value()).isEqualTo("899700218805");
              assertThat(row.familyName()).isEqualTo("EXEMPLE");
              assertThat(row.place().town()).isEqualTo("Nantes");
            });
    assertThat(tally.counts()).isEmpty();
  }

  @Test
  void aMarkWindowsLineEndsOtherCaseAndDecomposedAccentsInTheHeaderAreTolerated()
      throws IOException {
    String header =
        "\uFEFF" + Normalizer.normalize(HEADER.toUpperCase(Locale.ROOT), Normalizer.Form.NFD);
    read(header + "\r\n" + row("99700218805", "E\u0301TIENNE", "Rene\u0301e") + "\r\n");
    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row.familyName()).isEqualTo("ÉTIENNE"));
  }

  @Test
  void theOlderLayoutWithFewerColumnsAndATrailingSeparatorIsRead() throws IOException {
    String header = HEADER.substring(0, HEADER.indexOf("|Code rôle")) + "|";
    String row = row("99700218805", "ANCIEN", "Paul");
    String older = String.join("|", List.of(row.split("\\|", -1)).subList(0, 52)) + "|";
    read(header + "\n" + older + "\n");
    assertThat(header.chars().filter(c -> c == '|').count()).isEqualTo(52);
    assertThat(rows).hasSize(1);
  }

  @Test
  void columnsMayComeInAnyOrderAndUnknownOnesAreIgnored() throws IOException {
    read("Inconnue|" + HEADER + "\n" + "x|" + row("99700218805", "ORDRE", "Paul") + "\n");
    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row.familyName()).isEqualTo("ORDRE"));
  }

  @Test
  void quotesAndBackslashesAreJustText() throws IOException {
    read(HEADER + "\n" + row("99700218805", "O\"BRIEN", "\\Éric") + "\n");
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.familyName()).isEqualTo("O\"BRIEN");
              assertThat(row.givenName()).isEqualTo("\\Éric");
            });
  }

  @Test
  void aLineBrokenInsideACellIsPutTogether() throws IOException {
    String broken = row("99700218805", "BRISÉ", "Luc").replace("CABINET TEST", "CABINET\nTEST");
    read(HEADER + "\n" + broken + "\n\n" + row("99700218813", "SUIVANT", "Eve") + "\n");
    assertThat(rows).extracting(RegisterRow::familyName).containsExactly("BRISÉ", "SUIVANT");
    assertThat(rows.getFirst().place().structureName()).isEqualTo("CABINET TEST");
    assertThat(tally.counts()).containsEntry("repaired-line-break", 1L);
  }

  @Test
  void anIncompleteRowIsReportedByItsLineAndTheNextOneIsRead() throws IOException {
    String cut = row("99700218805", "COUPÉ", "Guy").substring(0, 60);
    read(HEADER + "\n" + cut + "\n" + row("99700218813", "SUIVANT", "Eve") + "\n");
    assertThat(rows).extracting(RegisterRow::familyName).containsExactly("SUIVANT");
    assertThat(tally.first()).containsExactly(new RowDefect(2, "incomplete-row"));
  }

  @Test
  void rowsWithDefectsAreSkippedAndCountedByReason() throws IOException {
    read(
        String.join(
                "\n",
                HEADER,
                row("10102727017", "CLE", "A"),
                row("99700218805", "DECALE", "B").replace("|899700218805|", "|899700218813|"),
                row("99700218805", "", "C"),
                row("99700218805", "CODE", "D").replace("|10|Médecin|", "||Médecin|"),
                row("99700218805", "LARGE", "E") + "|x",
                row("99700218805", "CONTROLE\u0007", "F"),
                row("99700218805", "LONG".repeat(60), "G"),
                row("99700218805", "ENORME".repeat(4000), "H"),
                row("99700218805", "BON", "I"))
            + "\n");
    assertThat(rows).extracting(RegisterRow::familyName).containsExactly("BON");
    assertThat(tally.counts())
        .containsOnlyKeys(
            "bad-identifier",
            "identifier-mismatch",
            "missing-name",
            "missing-profession",
            "too-many-cells",
            "control-character",
            "cell-too-long",
            "line-too-long");
  }

  @Test
  void whereCheckDigitsOnlyWarnTheRowIsUsedAndCountedAndOtherFormsAreStillRefused()
      throws IOException {
    checkDigits = CheckDigits.WARN;
    read(
        String.join(
                "\n",
                HEADER,
                row("10102727017", "CHIFFRE", "A"),
                row("1010272701", "COURT", "B"),
                row("99700218805", "BON", "C"))
            + "\n");
    assertThat(rows).extracting(RegisterRow::familyName).containsExactly("CHIFFRE", "BON");
    assertThat(tally.first())
        .containsExactly(new RowDefect(2, "wrong-check-digit"), new RowDefect(3, "bad-identifier"));
  }

  @Test
  void aTownIsTakenFromTheDeliveryOfficeWhereTheFileHasNoOther() throws IOException {
    String row =
        row("99700218805", "CEDEX", "Alain")
            .replace("||44000||Nantes|", "|44093 NANTES CEDEX 1|44000|||");
    read(HEADER + "\n" + row + "\n");
    assertThat(rows.getFirst().place().town()).isEqualTo("NANTES");
  }

  @Test
  void aMissingMandatoryColumnRefusesTheFile() {
    assertRefused(HEADER.replace("Nom d'exercice", "Nom") + "\n", RefusalReason.MISSING_COLUMN, 1);
  }

  @Test
  void aLastLineThatIsIncompleteRefusesTheFile() {
    String cut = row("99700218805", "COUPÉ", "Guy").substring(0, 60);
    assertRefused(
        HEADER + "\n" + row("99700218813", "ENTIER", "Eve") + "\n" + cut,
        RefusalReason.TRUNCATED,
        3);
  }

  @Test
  void aFileInAnotherEncodingIsRefused() {
    Charset latin1 = StandardCharsets.ISO_8859_1;
    byte[] bytes = (HEADER + "\n" + row("99700218805", "LEFÈVRE", "Zoé") + "\n").getBytes(latin1);
    assertThatThrownBy(() -> read(new ByteArrayInputStream(bytes)))
        .isInstanceOfSatisfying(
            RefusedFile.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(RefusalReason.BAD_ENCODING));
  }

  @Test
  void anEmptyFileIsRefused() {
    assertRefused("", RefusalReason.EMPTY_FILE, 1);
    assertRefused("\n\n", RefusalReason.EMPTY_FILE, 1);
  }

  @Test
  void aStreamThatBreaksCountsAsTruncated() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream((HEADER + "\n").getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("gone");
              }
            });
    assertThatThrownBy(() -> read(broken))
        .isInstanceOfSatisfying(
            RefusedFile.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(RefusalReason.TRUNCATED));
  }

  @Test
  void aFileBeyondTheLimitIsRefused() {
    byte[] bytes = (HEADER + "\n").getBytes(StandardCharsets.UTF_8);
    PhysicalLines lines = new PhysicalLines(new ByteArrayInputStream(bytes), 100);
    assertThatThrownBy(
            () -> RegisterFile.ofPeople(lines, tally, CheckDigits.STRICT).read(rows::add))
        .isInstanceOfSatisfying(
            RefusedFile.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(RefusalReason.TOO_LARGE));
  }

  @Test
  void memoryDoesNotGrowWithTheFile() throws IOException {
    byte[] row = (row("99700218805", "GRAND", "Paul") + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicLong seen = new AtomicLong();
    Runtime runtime = Runtime.getRuntime();
    long before = runtime.totalMemory() - runtime.freeMemory();
    long usable =
        RegisterFile.ofPeople(
                new PhysicalLines(
                    new SequenceInputStream(
                        new ByteArrayInputStream((HEADER + "\n").getBytes(StandardCharsets.UTF_8)),
                        new Repeated(row, 200_000)),
                    Long.MAX_VALUE),
                tally,
                CheckDigits.STRICT)
            .read(line -> seen.incrementAndGet());
    System.gc();
    long after = runtime.totalMemory() - runtime.freeMemory();
    assertThat(usable).isEqualTo(200_000).isEqualTo(seen.get());
    assertThat(after - before).isLessThan(32L << 20);
  }

  private void assertRefused(String text, RefusalReason reason, long line) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            RefusedFile.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal.line()).isEqualTo(line);
            });
  }

  private void read(String text) throws IOException {
    read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void read(InputStream stream) throws IOException {
    RegisterFile.ofPeople(new PhysicalLines(stream, Long.MAX_VALUE), tally, checkDigits)
        .read(rows::add);
  }

  private static String row(String rpps, String familyName, String givenName) {
    return SyntheticRegister.Row.of("8", rpps)
        .person("M", familyName, givenName)
        .profession(List.of("10", "Médecin", "", "", "", ""))
        .with("Raison sociale site", "CABINET TEST")
        .with("Code postal (coord. structure)", "44000")
        .with("Libellé commune (coord. structure)", "Nantes")
        .line();
  }

  /** The same bytes over and over, without holding them. */
  private static final class Repeated extends InputStream {
    private final byte[] unit;
    private final long total;
    private long position;

    Repeated(byte[] unit, int times) {
      this.unit = unit;
      this.total = (long) unit.length * times;
    }

    @Override
    public int read() {
      return position == total ? -1 : unit[(int) (position++ % unit.length)] & 0xff;
    }
  }
}
