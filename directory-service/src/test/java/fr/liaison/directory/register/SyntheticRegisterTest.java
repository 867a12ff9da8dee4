package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.register.file.CheckDigits;
import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.PhysicalLines;
import fr.liaison.directory.register.file.RegisterFile;
import fr.liaison.directory.register.file.RegisterRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyntheticRegisterTest {
  private final List<RegisterRow> rows = new ArrayList<>();
  private final DefectTally tally = new DefectTally(100, 100);

  @BeforeAll
  static void rewriteWhenAsked() throws IOException {
    if (Boolean.getBoolean("liaison.golden.write")) {
      SyntheticRegister.write();
    }
  }

  @BeforeEach
  void readTheShippedFile() throws IOException {
    try (InputStream stream = Files.newInputStream(SyntheticRegister.shipped())) {
      RegisterFile.ofPeople(new PhysicalLines(stream, Long.MAX_VALUE), tally, CheckDigits.STRICT)
          .read(rows::add);
    }
  }

  @Test
  void theShippedFileIsWhatTheGeneratorWrites() throws IOException {
    assertThat(SyntheticRegister.shipped()).hasContent(SyntheticRegister.text());
  }

  @Test
  void itListsAtLeastTwoHundredPeopleAllOfTheReservedRange() {
    assertThat(ids()).hasSizeGreaterThan(240);
    assertThat(ids()).filteredOn(id -> id.startsWith("8")).allMatch(id -> id.startsWith("899700"));
  }

  @Test
  void itHoldsEveryDefectARealFileWasSeenToHave() {
    assertThat(tally.counts())
        .containsOnlyKeys(
            "bad-identifier",
            "identifier-mismatch",
            "incomplete-row",
            "missing-name",
            "missing-profession",
            "repaired-line-break",
            "too-many-cells");
    assertThat(rows.stream().map(RegisterRow::hash).distinct().count()).isLessThan(rows.size());
    assertThat(rows).anyMatch(row -> row.place().town() == null);
    assertThat(rows).anyMatch(row -> "GL".equals(row.place().postalCode()));
    assertThat(rows).anyMatch(row -> row.familyName().contains("\""));
  }

  @Test
  void theDemonstrationPeopleAreInItButNotWhoWasStruckOff() throws IOException {
    JsonNode people = SyntheticRegister.demoPeople();
    people
        .get("register")
        .forEach(
            person -> {
              String id = person.get("nationalId").asText();
              assertThat(ids().contains(id)).isEqualTo(!person.get("struckOff").asBoolean());
            });
    assertThat(ids()).contains("3750000001/0042");
  }

  private Set<String> ids() {
    return rows.stream().map(row -> row.nationalId().value()).collect(Collectors.toSet());
  }
}
