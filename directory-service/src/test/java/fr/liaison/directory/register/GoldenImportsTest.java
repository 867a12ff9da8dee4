package fr.liaison.directory.register;

import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.RowDefect;
import fr.liaison.test.GoldenFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON of what imports answer is frozen. */
class GoldenImportsTest {
  private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
  private static final Instant TIME = Instant.parse("2026-11-21T08:30:00Z");

  @Test
  void importReportsKeepTheirShape() {
    ImportReport refused =
        new ImportReport(
            ID,
            TIME,
            TIME.plusSeconds(1),
            "upload",
            "refused",
            "truncated",
            7L,
            "The last line is incomplete: the download was cut",
            LocalDate.of(2026, 11, 20),
            6,
            5,
            0,
            0,
            0,
            0,
            Map.of("bad-identifier", 1L),
            List.of(new RowDefect(3, "bad-identifier")),
            null,
            null,
            null,
            null,
            null,
            null);
    matches("register-import.v1", refused);
    matches("import-report.v1", refused);
    matches("register-import-list.v1", new ImportReport.Listing(List.of(refused), null));
    ImportProgress progress =
        new ImportProgress(
            ID,
            TIME,
            "upload",
            LocalDate.of(2026, 11, 20),
            ImportPhase.reading,
            1000,
            360_000,
            820_000_000L,
            50_000,
            45L);
    matches(
        "register-import-list-running.v1", new ImportReport.Listing(List.of(), List.of(progress)));
    matches(
        "register-import-running.v1", new ImportStatus(ID, ImportPhase.reading, progress, null));
    matches("register-import-status.v1", new ImportStatus(ID, ImportPhase.reading, progress, null));
    matches("register-import-done.v1", new ImportStatus(ID, ImportPhase.done, null, refused));
  }

  @Test
  void anAcceptedImportSaysWhatItIgnoredAndAcceptedAndCountsByProfession() {
    matches(
        "register-import-accepted.v1",
        new ImportReport(
            ID,
            TIME,
            TIME.plusSeconds(1),
            "upload",
            "accepted",
            null,
            null,
            null,
            LocalDate.of(2026, 11, 20),
            6,
            5,
            2,
            1,
            1,
            0,
            Map.of(),
            List.of(),
            2,
            true,
            List.of(new ProfessionCount("10", "Médecin", 5, 2, 1)),
            null,
            null,
            null));
  }

  @Test
  void aPageOfDefectsKeepsItsShape() {
    matches(
        "register-defect-page.v1",
        new DefectPage(List.of(new RowDefect(3, "bad-identifier")), "500"));
  }

  @Test
  void anImportOfMailboxesCountsThem() {
    matches(
        "register-import-mailboxes.v1",
        new ImportReport(
            ID,
            TIME,
            TIME.plusSeconds(1),
            "upload",
            "accepted",
            null,
            null,
            null,
            LocalDate.of(2026, 11, 20),
            6,
            4,
            0,
            0,
            0,
            0,
            Map.of(),
            List.of(),
            null,
            null,
            null,
            ImportKind.mailboxes,
            new MailboxCounts(6, 2, 1, 1),
            null));
  }

  @Test
  void anImportOfSeveralFilesSpeaksOfEach() {
    matches(
        "register-import-files.v1",
        new ImportReport(
            ID,
            TIME,
            TIME.plusSeconds(1),
            "source",
            "accepted",
            null,
            null,
            null,
            LocalDate.of(2026, 11, 20),
            11,
            5,
            0,
            0,
            0,
            0,
            Map.of("missing-skill", 1L),
            List.of(new RowDefect(3, "missing-skill", ImportKind.skills)),
            null,
            null,
            List.of(),
            null,
            null,
            List.of(
                new FileCounts(ImportKind.register, 6, 5, Map.of(), null, null, null, null),
                new FileCounts(
                    ImportKind.skills, 5, 3, Map.of("missing-skill", 1L), 1L, 2L, 1L, 0L))));
  }

  private static void matches(String name, Object document) {
    GoldenFile.named(name).matches(document, ContractJson.mapper());
  }
}
