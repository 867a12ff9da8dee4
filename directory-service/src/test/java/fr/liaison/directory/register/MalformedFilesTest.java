package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.register.file.CheckDigits;
import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.Extraction;
import fr.liaison.directory.register.file.PhysicalLines;
import fr.liaison.directory.register.file.ReceivedBytes;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.directory.register.file.RegisterFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedFilesTest {
  private static final long LARGEST = 64L << 20;

  @ParameterizedTest
  @MethodSource("files")
  void everyFileOfTheCorpusComesToWhatItMust(MalformedFiles.Case file) throws IOException {
    assertThat(outcome(file)).isEqualTo(file.expected());
  }

  @Test
  void noTwoFilesOfTheCorpusHaveOneName() {
    assertThat(files()).extracting(MalformedFiles.Case::name).doesNotHaveDuplicates();
  }

  static List<MalformedFiles.Case> files() {
    return MalformedFiles.all();
  }

  private static MalformedFiles.Expected outcome(MalformedFiles.Case file) throws IOException {
    DefectTally tally = new DefectTally(10, 10);
    Set<String> people = new HashSet<>();
    try {
      Extraction extraction =
          file.format()
              .open(
                  new ReceivedBytes(new ByteArrayInputStream(file.bytes()), count -> {}), LARGEST);
      for (Extraction.@Nullable Part part = extraction.next();
          part != null;
          part = extraction.next()) {
        read(part, tally, people);
      }
    } catch (RefusedFile refusal) {
      return new MalformedFiles.Expected.Refused(refusal.reason());
    }
    return new MalformedFiles.Expected.Read(people.size(), tally.counts());
  }

  private static void read(Extraction.Part part, DefectTally tally, Set<String> people)
      throws IOException {
    PhysicalLines lines = new PhysicalLines(part.text(), LARGEST);
    switch (part.kind()) {
      case register ->
          RegisterFile.ofPeople(lines, tally, CheckDigits.STRICT)
              .read(row -> people.add(row.nationalId().value()));
      case mailboxes ->
          RegisterFile.ofMailboxes(lines, tally, CheckDigits.STRICT)
              .read(row -> people.add(row.owner()));
      case skills ->
          RegisterFile.ofSkills(lines, tally, CheckDigits.STRICT)
              .read(row -> people.add(row.nationalId()));
      case qualifications ->
          RegisterFile.ofQualifications(lines, tally, CheckDigits.STRICT)
              .read(row -> people.add(row.nationalId()));
    }
  }
}
