package fr.liaison.directory.register;

import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.RowDefect;
import fr.liaison.directory.succession.SuccessionCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one import did, as administrators read it. A refused one carries a reason and changed
 * nothing. Speaks of lines and counts, never of the people in them.
 */
@Schema(
    requiredProperties = {
      "id",
      "startedAt",
      "finishedAt",
      "origin",
      "outcome",
      "registerDate",
      "rows",
      "people",
      "arrivals",
      "changes",
      "departures",
      "returns",
      "defects",
      "firstDefects"
    })
public record ImportReport(
    UUID id,
    Instant startedAt,
    Instant finishedAt,
    String origin,
    String outcome,
    @Nullable String reason,
    @Nullable Long reasonLine,
    @Nullable String detail,
    LocalDate registerDate,
    long rows,
    long people,
    long arrivals,
    long changes,
    long departures,
    long returns,
    Map<String, Long> defects,
    List<RowDefect> firstDefects,
    @Schema(description = "Other files of the archive; not read") @Nullable Integer ignoredFiles,
    @Schema(description = "Present when more left than the limit, as an administrator accepted")
        @Nullable Boolean departuresAccepted,
    @Schema(description = "The most frequent professions of an accepted import")
        @Nullable List<ProfessionCount> professions,
    @Schema(
            description =
                "What the file held, where not the register; people are then those it lists with a"
                    + " mailbox, skill or qualification, and nobody arrives or leaves")
        @Nullable ImportKind kind,
    @Nullable MailboxCounts mailboxes,
    @Schema(
            description =
                "What each file came to, where skills or qualifications were among them; rows and"
                    + " defects of the report are then those of all files")
        @Nullable List<FileCounts> files,
    @Schema(description = "Who moved from ADELI to RPPS, where anybody did or may have")
        @Nullable SuccessionCounts successions,
    @Schema(
            description =
                "People left as the top-up made them, because what it knows may be newer than the"
                    + " file; absent for none")
        @Nullable Long keptNewer,
    @Schema(
            description =
                "Of a register in force, now or before: who came and went by top-ups until the next"
                    + " one, besides the counts of the file; absent for none")
        @Nullable ToppedUp toppedUp) {

  /** A report of a file that met neither successions nor anything newer. */
  public ImportReport(
      UUID id,
      Instant startedAt,
      Instant finishedAt,
      String origin,
      String outcome,
      @Nullable String reason,
      @Nullable Long reasonLine,
      @Nullable String detail,
      LocalDate registerDate,
      long rows,
      long people,
      long arrivals,
      long changes,
      long departures,
      long returns,
      Map<String, Long> defects,
      List<RowDefect> firstDefects,
      @Nullable Integer ignoredFiles,
      @Nullable Boolean departuresAccepted,
      @Nullable List<ProfessionCount> professions,
      @Nullable ImportKind kind,
      @Nullable MailboxCounts mailboxes,
      @Nullable List<FileCounts> files) {
    this(
        id,
        startedAt,
        finishedAt,
        origin,
        outcome,
        reason,
        reasonLine,
        detail,
        registerDate,
        rows,
        people,
        arrivals,
        changes,
        departures,
        returns,
        defects,
        firstDefects,
        ignoredFiles,
        departuresAccepted,
        professions,
        kind,
        mailboxes,
        files,
        null,
        null,
        null);
  }

  /** The imports that ended, newest first, and what runs now; absent when nothing does. */
  @Schema(name = "RegisterImportList", requiredProperties = "items")
  public record Listing(List<ImportReport> items, @Nullable List<ImportProgress> running) {}

  public boolean accepted() {
    return outcome.equals("accepted");
  }
}
