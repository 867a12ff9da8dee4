package fr.liaison.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.register.layout.ActivityColumn;
import fr.liaison.register.layout.Luhn;
import fr.liaison.register.layout.MailboxColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {
  private static final String FICTIONAL_NUMBERS =
      "(019900|026191|035301|046571|053649|063998)\\d{4}";

  @TempDir static Path folder;
  private static WrittenFiles files;

  @BeforeAll
  static void generate() throws IOException {
    files = WrittenFiles.of(folder, 5_000, 5, false);
  }

  @Test
  void theHeadersAreThoseOfTheNationalFilesAndNoByteOrderMarkStandsBeforeThem() throws IOException {
    List<String> headers = Files.readAllLines(Path.of("src/test/resources/headers.txt"));
    List<String> names =
        List.of(
            "PS_LibreAcces_Personne_activite",
            "PS_LibreAcces_Dipl_AutExerc",
            "PS_LibreAcces_SavoirFaire",
            "Extraction_Correspondance_MSSante");
    for (int i = 0; i < names.size(); i++) {
      List<String> lines = files.lines(names.get(i) + "_" + WrittenFiles.STAMP + ".txt");
      assertThat(lines).hasSizeGreaterThan(100).first().isEqualTo(headers.get(i));
      long separators = headers.get(i).chars().filter(c -> c == '|').count();
      assertThat(lines).allMatch(line -> line.chars().filter(c -> c == '|').count() == separators);
    }
  }

  @Test
  void everyNumberHasItsLengthAndARightCheckDigit() throws IOException {
    for (List<String> row : files.activities()) {
      boolean rpps = WrittenFiles.cell(row, ActivityColumn.IDENTIFIER_TYPE).equals("8");
      String identifier = WrittenFiles.cell(row, ActivityColumn.IDENTIFIER);
      assertThat(identifier).matches(rpps ? "99700\\d{6}" : "99\\d{7}").matches(Luhn::holds);
      Stream.of(
              ActivityColumn.SIRET,
              ActivityColumn.SIREN,
              ActivityColumn.FINESS,
              ActivityColumn.LEGAL_FINESS)
          .map(column -> WrittenFiles.cell(row, column))
          .filter(number -> !number.isEmpty())
          .forEach(number -> assertThat(number).matches("\\d{9}|\\d{14}").matches(Luhn::holds));
    }
  }

  @Test
  void noBodyIsCalledOrWrittenTo() throws IOException {
    for (List<String> row : files.activities()) {
      Stream.of(ActivityColumn.TELEPHONE, ActivityColumn.TELEPHONE_2, ActivityColumn.FAX)
          .map(column -> WrittenFiles.cell(row, column))
          .filter(number -> !number.isEmpty())
          .forEach(number -> assertThat(number).matches(FICTIONAL_NUMBERS));
      assertThat(WrittenFiles.cell(row, ActivityColumn.EMAIL)).matches("|.+@structures\\.example");
    }
  }

  @Test
  void mailboxesHaveAnAddressOfTheirOwn() throws IOException {
    List<String> addresses =
        files.rows("Extraction_Correspondance_MSSante_" + WrittenFiles.STAMP + ".txt").stream()
            .map(row -> row.get(1))
            .toList();
    assertThat(addresses).doesNotHaveDuplicates().allMatch(one -> one.endsWith(".mssante.example"));
  }

  @Test
  void servicesOfStructuresHaveMailboxesToo() throws IOException {
    List<String> services =
        files.rows("Extraction_Correspondance_MSSante_" + WrittenFiles.STAMP + ".txt").stream()
            .filter(row -> WrittenFiles.cell(row, MailboxColumn.KIND).equals("ORG"))
            .peek(
                row ->
                    assertThat(WrittenFiles.cell(row, MailboxColumn.STRUCTURE_ID))
                        .matches("\\d[0-9AB]\\d{7}"))
            .map(row -> WrittenFiles.cell(row, MailboxColumn.SERVICE))
            .toList();
    assertThat(services).contains("URGENCES", "CARDIOLOGIE").hasSizeGreaterThan(20);
  }

  @Test
  void withoutDefectsEveryRowIsThereOnce() throws IOException {
    assertThat(files.activities()).hasSize(5_000).doesNotHaveDuplicates();
    assertThat(files.generated().usable()).isEqualTo(5_000);
    assertThat(files.generated().defects()).isEmpty();
  }
}
